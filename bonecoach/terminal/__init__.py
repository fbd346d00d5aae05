"""What the command line needs besides its commands: shapes for programs, pages for people, options, refusals."""

"""The commands, one function each; `bonecoach.cli` lists them."""

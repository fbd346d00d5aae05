"""What watches and telephones recorded: workouts and weights."""

"""What changes in this room: statements are added, trees grow, the step is finished."""

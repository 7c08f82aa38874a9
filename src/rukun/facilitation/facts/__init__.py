"""What follows from the calendar and a day, without asking the database."""

"""What is told of children and dates, without a question to the database."""

"""What officers do with the book of activities: record, pay, call the roll, print."""

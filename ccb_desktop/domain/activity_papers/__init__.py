"""What the book of activities, attendance sheets and minutes say."""

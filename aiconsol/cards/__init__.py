"""What stands on the pages: each card is a question, its query, its finding and its chart."""

"""What the server does beside the pages: data routes, health, headers, warming up."""

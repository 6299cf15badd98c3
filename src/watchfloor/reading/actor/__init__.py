"""Who is mentioned, and which mentions mean one actor."""

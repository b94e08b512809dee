"""Settings, routes, and where the database is: the only place that knows everything."""

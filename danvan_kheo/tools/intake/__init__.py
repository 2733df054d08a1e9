"""Reading the workbooks that units send; nothing here knows the database."""

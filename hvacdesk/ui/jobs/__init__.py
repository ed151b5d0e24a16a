"""Jobs: the booking form, the detail, the week."""

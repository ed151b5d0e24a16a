"""The day and the week: who goes where, what recurs, and whom to remind."""

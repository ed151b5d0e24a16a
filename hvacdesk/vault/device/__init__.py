"""What one computer's login holds of the office: key store, hand-over of secrets, enrolment."""

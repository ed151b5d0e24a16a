"""Call notes: taking, showing and finishing them."""

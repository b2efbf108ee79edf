"""What a lab's container runs first: `python3 -m supervisor`, the only root outside the lab's world."""

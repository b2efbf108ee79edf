"""What runs inside a lab: it builds the small world, plays one scenario in it and reports each event.

`python3 -m agent` reads /lab/job.json and prints one JSON object a line. Python 3.11 (Debian
bookworm) up to whatever Debian forky ships; standard library and the Docker SDK only.
"""

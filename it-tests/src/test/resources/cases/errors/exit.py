import sys

print("leaving", len(sys.argv))
sys.exit(3)

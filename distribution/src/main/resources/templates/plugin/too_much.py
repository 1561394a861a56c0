print(120pct)

import @module@

twice:
    print("again")
print(twice 21, 25pct, @module@.percent(50.0))

counts: dict[str, int] = {}
for word in "the cat and the dog and the bird".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, len(counts), "cat" in counts, counts.get("cow"), counts.get("cow", -1))
for key, value in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    print(key, value)
del counts["cat"]
counts["the"] += 10
counts.setdefault("new", 5)
counts.update({"dog": 7})
print(list(counts.keys()), list(counts.values()), counts.pop("bird"), counts)
squares = {n: n * n for n in range(5)}
print(squares, {v: k for k, v in squares.items()}, max(squares, key=lambda k: squares[k]))
letters = {"b", "a"}
letters.add("c")
print(sorted(letters), len(letters), sorted({1, 2, 3} & {2, 3, 4}), sorted({1} | {2}), {1, 2} <= {1, 2, 3})
nested = {"a": [1, 2], "b": []}
nested["b"].append(3)
print(nested)

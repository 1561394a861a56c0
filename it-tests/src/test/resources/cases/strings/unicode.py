words = ["na\u00efve", "\u6771\u4eac", "\U0001f600 smile", "stra\u00dfe", "plain"]
for word in words:
    print(word, len(word), word.upper(), word[::-1], word[1:3], repr(word), [ord(c) for c in word[:3]])
print("\u00e9" == "e\u0301", "abc" < "abd", "\u6771" > "z", "ss" in "stra\u00dfe")
print("a,b,,c".split(","), "  x y  ".split(), "x".join(["1", "2"]), "abcabc".replace("b", "--", 1))
print("hello".find("l"), "hello".rfind("l"), "hello".count("l"), "Hello".startswith("He"), "title case".title())
print("tab\tquote'\"\\\n".__repr__(), "abc" * 2, "%d-%s-%5.1f" % (3, "x", 2.25))
print("{} {1} {name}".replace("{1}", "x"), "{0}-{1}-{0}".format("a", 5), "x".center(7, "*"), "7".zfill(3))

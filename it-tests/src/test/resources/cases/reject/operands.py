a = "n: "
print(a + 3)

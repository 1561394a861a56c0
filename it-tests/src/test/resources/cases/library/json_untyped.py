import json
text = '{"users": [{"name": "Ann", "age": 31, "tags": ["a", "b"]}, {"name": "Bob", "age": 25.5, "tags": []}], "total": 2, "next": null, "ok": true}'
data = json.loads(text)
total: int = data["total"]
print(total + 1)
for user in data["users"]:
    name = user["name"]
    print(name, len(name), user["age"] * 2, ", ".join(user["tags"]))
    print(f"{name:<10}|{user['age']:>6}")
print(data["next"] is None, data["total"] is None, data["ok"])
if data["ok"]:
    print("ok")

def show(value, depth: int = 0) -> None:
    pad = "  " * depth
    if isinstance(value, dict):
        for k, v in value.items():
            print(f"{pad}{k}:")
            show(v, depth + 1)
    elif isinstance(value, list):
        for item in value:
            show(item, depth + 1)
    else:
        print(f"{pad}{value!r}")

show(data)
ages = [u["age"] for u in data["users"]]
print(sum(ages), max(ages), sorted(ages))
names = {u["name"]: u["age"] for u in data["users"]}
print(names)
print(sorted(data["users"], key=lambda u: u["age"])[0]["name"])
x = data["users"][0]["age"] if data["ok"] else 0
print(x, type(x).__name__, int(x), float(x), str(x))
print(data["users"][0]["name"] + "!", "Hello " + data["users"][1]["name"])
try:
    print(data["missing"])
except KeyError as e:
    print("KeyError", e)
try:
    print(data["total"]["x"])
except TypeError as e:
    print(e)
print([k for k in data], list(data.keys()))
data["count"] = 5
data["count"] += 1
del data["next"]
print(data["count"], len(data))
counts: dict[str, int] = {}
for u in data["users"]:
    counts[u["name"]] = counts.get(u["name"], 0) + u["age"].__int__() if False else 1
print(counts)
for i, u in enumerate(data["users"]):
    print(i, u["name"], u.get("zip", "n/a"), u.get("zip"))
if isinstance(data, dict) and "users" in data:
    print(type(data).__name__)
print(json.loads("[1, 2, 3]")[1:], json.loads("5") + 1, json.loads('"x"') == "x")

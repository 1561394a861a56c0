from typing import Protocol, runtime_checkable, Callable
class Speaker(Protocol):
    def speak(self) -> str: ...
class Named(Protocol):
    name: str
    def describe(self, prefix: str) -> str: ...
class Dog:
    def __init__(self, name): self.name = name
    def speak(self): return "woof"
    def describe(self, prefix): return prefix + self.name
class Cat:
    def speak(self): return "meow"
    @property
    def name(self): return "cat"
    def describe(self, prefix): return prefix + "the " + self.name
class Robot(Dog):
    def speak(self): return "beep " + super().speak()
class Explicit(Speaker):
    def speak(self) -> str: return "explicit"
pets: list[Speaker] = [Dog("d"), Cat(), Robot("r"), Explicit()]
for p in pets: print(p.speak())
named: dict[str, Named] = {}
named["a"] = Dog("rex")
named["b"] = Cat()
print([n.name for n in named.values()], [n.describe(">") for n in named.values()])
def talk(s: Speaker) -> str: return s.speak() + "!"
print(talk(Dog("x")), [talk(p) for p in pets])
class Choir:
    def __init__(self, members: list[Speaker]): self.members = members
    def sing(self): return " ".join(m.speak() for m in self.members)
    lead: Speaker
print(Choir([Dog("a"), Cat()]).sing())
class Service:
    def __init__(self, speaker: Speaker):
        self.speaker: Speaker = speaker
    def go(self): return self.speaker.speak()
print(Service(Dog("z")).go(), Service(Cat()).go())
def make(kind: str) -> Speaker:
    if kind == "dog": return Dog("m")
    return Cat()
print(make("dog").speak(), make("cat").speak())
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): print("closed")
print(isinstance(F(), Closer), isinstance(Dog("q"), Closer))

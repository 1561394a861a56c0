# expression trees, visitors, heterogeneous hierarchies
from __future__ import annotations
from typing import Union
import operator
class Expr:
    def eval(self, env): raise NotImplementedError
    def accept(self, v): return getattr(v, "visit_" + type(self).__name__.lower())(self)
class Num(Expr):
    def __init__(self, v): self.v = v
    def eval(self, env): return self.v
    def __repr__(self): return str(self.v)
class Var(Expr):
    def __init__(self, name): self.name = name
    def eval(self, env): return env[self.name]
    def __repr__(self): return self.name
class Bin(Expr):
    OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": lambda a, b: a // b}
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
    def eval(self, env): return self.OPS[self.op](self.l.eval(env), self.r.eval(env))
    def __repr__(self): return f"({self.l} {self.op} {self.r})"
class Let(Expr):
    def __init__(self, name, val, body): self.name, self.val, self.body = name, val, body
    def eval(self, env):
        e = dict(env)
        e[self.name] = self.val.eval(env)
        return self.body.eval(e)
    def __repr__(self): return f"let {self.name} = {self.val} in {self.body}"
e = Let("x", Num(5), Bin("+", Var("x"), Bin("*", Num(2), Var("y"))))
print(e, e.eval({"y": 10}))
def simplify(x):
    if isinstance(x, Bin):
        l, r = simplify(x.l), simplify(x.r)
        if isinstance(l, Num) and isinstance(r, Num):
            return Num(Bin(x.op, l, r).eval({}))
        if x.op == "*" and isinstance(l, Num) and l.v == 0:
            return Num(0)
        return Bin(x.op, l, r)
    elif isinstance(x, Let):
        return Let(x.name, simplify(x.val), simplify(x.body))
    return x
print(simplify(Bin("+", Bin("*", Num(3), Num(4)), Var("z"))), simplify(Bin("*", Num(0), Var("q"))))
def depth(x):
    match x:
        case Num() | Var(): return 1
        case Bin(l=l, r=r): return 1 + max(depth(l), depth(r))
        case Let(val=v, body=b): return 1 + max(depth(v), depth(b))
        case _: return 0
print(depth(e))
Node = Union[Num, Var]
def leafname(n: Node) -> str:
    if isinstance(n, Num): return f"num{n.v}"
    return f"var {n.name}"
print(leafname(Num(1)), leafname(Var("a")))
def free(x, bound=frozenset()):
    if isinstance(x, Var): return set() if x.name in bound else {x.name}
    if isinstance(x, Bin): return free(x.l, bound) | free(x.r, bound)
    if isinstance(x, Let): return free(x.val, bound) | free(x.body, bound | {x.name})
    return set()
print(sorted(free(e)))
class Stmt: pass
class Assign(Stmt):
    def __init__(self, t, e): self.t, self.e = t, e
class Print(Stmt):
    def __init__(self, e): self.e = e
class While(Stmt):
    def __init__(self, c, body): self.c, self.body = c, body
class Interp:
    def __init__(self):
        self.env = {}
        self.out = []
    def run(self, prog):
        for s in prog: self.exec(s)
    def exec(self, s):
        if isinstance(s, Assign): self.env[s.t] = s.e.eval(self.env)
        elif isinstance(s, Print): self.out.append(s.e.eval(self.env))
        elif isinstance(s, While):
            while s.c.eval(self.env): self.run(s.body)
        else: raise TypeError(type(s).__name__)
i = Interp()
i.run([Assign("n", Num(3)), While(Var("n"), [Print(Var("n")), Assign("n", Bin("-", Var("n"), Num(1)))])])
print(i.out, i.env)

"""Lists, tuples, dicts and sets."""


d0={"a":1,"b":2}
def attempt(function) -> None:
    try:
        print(function())
    except Exception as problem:
        print(type(problem).__name__, problem)


attempt(lambda: repr([1,2]+[3]))
attempt(lambda: repr([1]*3))
attempt(lambda: repr(2*[1]))
attempt(lambda: repr([1,2]<[1,3]))
attempt(lambda: repr([1,2,3].index(2)))
attempt(lambda: repr([1,2,3].index(9)))
attempt(lambda: repr([1,2,3].index(3,1,2)))
def step1() -> str:
    a=[1,2]
    a.insert(-1,5)
    return repr(a)

attempt(step1)

def step2() -> str:
    a=[1]
    a.remove(2)
    return repr(a)

attempt(step2)

attempt(lambda: repr([1].pop(5)))
def step3() -> str:
    a=[3,1,2]
    a.sort(key=lambda x:-x)
    return repr(a)

attempt(step3)

def step4() -> str:
    a=[1,2,3]
    del a[0]
    return repr(a)

attempt(step4)

def step5() -> str:
    a=[1,2,3,4]
    del a[::2]
    return repr(a)

attempt(step5)

def step6() -> str:
    a=[1,2,3,4]
    a[1:3]=[9]
    return repr(a)

attempt(step6)

def step7() -> str:
    a=[1,2,3,4]
    a[::2]=[9,8]
    return repr(a)

attempt(step7)

def step8() -> str:
    a=[1,2,3,4]
    a[::2]=[9]
    return repr(a)

attempt(step8)

def step9() -> str:
    a=[1,2,3]
    a*=2
    return repr(a)

attempt(step9)

def step10() -> str:
    a=[1,2]
    a+=(3,4)
    return repr(a)

attempt(step10)

attempt(lambda: repr([1,2][5]))
attempt(lambda: repr([1,2].count(1)))
def step11() -> str:
    a=[1,2]
    a.clear()
    return repr(a)

attempt(step11)

def step12() -> str:
    a=[1,2]
    b=a.copy()
    b.append(1)
    return repr(a)

attempt(step12)

attempt(lambda: repr([1,2].__len__()))
attempt(lambda: repr((1,2)+(3,)))
attempt(lambda: repr((1,2)*2))
attempt(lambda: repr((1,2).count(1)))
attempt(lambda: repr((1,2).index(5)))
attempt(lambda: repr((1,2)[::-1]))
attempt(lambda: repr((1,"a")[1]))
attempt(lambda: repr((1,2)<(1,3)))
attempt(lambda: repr(tuple([1,2])))
attempt(lambda: repr(tuple("ab")))
attempt(lambda: repr(tuple(range(3))))
attempt(lambda: repr({1:2}.get(3)))
attempt(lambda: repr({1:2}.get(3,5)))
attempt(lambda: repr({1:2}[5]))
attempt(lambda: repr({"a":1}["b"]))
def step13() -> str:
    d={1:2}
    d.setdefault(3,4)
    return repr(d)

attempt(step13)

def step14() -> str:
    d={1:2}
    d.setdefault(1,4)
    return repr(d)

attempt(step14)

def step15() -> str:
    d={1:2}
    d.update({3:4})
    return repr(d)

attempt(step15)

def step16() -> str:
    d={"a":2}
    d.update(b=4)
    return repr(d)

attempt(step16)

def step17() -> str:
    d={1:2}
    d.update([(5,6)])
    return repr(d)

attempt(step17)

def step18() -> str:
    d={1:2}
    x=d.pop(1)
    return repr((x,d))

attempt(step18)

def step19() -> str:
    d={1:2}
    x=d.pop(7)
    return repr(x)

attempt(step19)

def step20() -> str:
    d={1:2}
    x=d.pop(7,None)
    return repr(x)

attempt(step20)

def step21() -> str:
    d={1:2,3:4}
    return repr(d.popitem())

attempt(step21)

def step22() -> str:
    d={}
    d[1]=2
    d.popitem()
    return repr(d.popitem())

attempt(step22)

attempt(lambda: repr({1:2}|{3:4}))
def step23() -> str:
    d={1:2}
    d|={3:4}
    return repr(d)

attempt(step23)

attempt(lambda: repr(dict(a=1,b=2)))
attempt(lambda: repr(dict([(1,2)])))
attempt(lambda: repr(dict({1:2},)))
attempt(lambda: repr(dict(zip("ab",[1,2]))))
attempt(lambda: repr(dict({"x":1},y=2)))
attempt(lambda: repr(dict.fromkeys([1,2])))
attempt(lambda: repr(dict.fromkeys("ab",0)))
attempt(lambda: repr({1:2}.keys()))
attempt(lambda: repr({1:2}.keys()&{1}))
attempt(lambda: repr({1:2,3:4}.keys()-[1]))
attempt(lambda: repr({1}|{2:3}.keys()))
attempt(lambda: repr({1,5}&{1:3}.keys()))
attempt(lambda: repr({1:2}.keys()^{5}))
attempt(lambda: repr({1:2}.items()&{(1,2)}))
attempt(lambda: repr({1:2}.items()|{(3,4)}))
attempt(lambda: repr({1:2}.items()-{(1,2)}))
attempt(lambda: repr({1:2}.keys()=={1}))
attempt(lambda: repr({1:2}.keys()<={1,2}))
attempt(lambda: repr({1:2}.keys().isdisjoint([2])))
attempt(lambda: repr((1,2) in {1:2}.items()))
attempt(lambda: repr(2 in {1:2}.values()))
attempt(lambda: repr({1:2}.items()=={1:2}.items()))
def step24() -> str:
    d={1:2}
    k=d.keys()
    d[3]=4
    return repr(len(k))

attempt(step24)

attempt(lambda: repr(list({1:2})))
def step25() -> str:
    for k in d0: d0["z"]=1
    return repr(1)

attempt(step25)

attempt(lambda: repr({1,2}|{3}))
attempt(lambda: repr({1,2}&{2}))
attempt(lambda: repr({1,2}-{2}))
attempt(lambda: repr({1,2}^{2,3}))
attempt(lambda: repr({1,2}.union([3],(4,))))
attempt(lambda: repr({1,2}.intersection([1],[2])))
attempt(lambda: repr({1,2}.difference([1])))
attempt(lambda: repr({1}.symmetric_difference([1,2])))
attempt(lambda: repr({1}.issubset([1,2])))
attempt(lambda: repr({1}<{1,2}))
attempt(lambda: repr({1,2}>={1}))
def step26() -> str:
    s={1}
    s.remove(5)
    return repr(s)

attempt(step26)

def step27() -> str:
    s={1}
    s.discard(5)
    return repr(s)

attempt(step27)

def step28() -> str:
    s={1}
    s.pop()
    s.pop()
    return repr(s)

attempt(step28)

def step29() -> str:
    s={1}
    s.update([2],[3])
    return repr(s)

attempt(step29)

def step30() -> str:
    s={1}
    s|={2}
    return repr(s)

attempt(step30)

def step31() -> str:
    s={1,2}
    s&={2}
    return repr(s)

attempt(step31)

def step32() -> str:
    s={1,2}
    s-={2}
    return repr(s)

attempt(step32)

def step33() -> str:
    s={1,2}
    s^={2,3}
    return repr(s)

attempt(step33)

def step34() -> str:
    s={1,2}
    s.intersection_update([1])
    return repr(s)

attempt(step34)

def step35() -> str:
    s={1,2}
    s.difference_update([1])
    return repr(s)

attempt(step35)

def step36() -> str:
    s={1,2}
    s.symmetric_difference_update([1])
    return repr(s)

attempt(step36)

attempt(lambda: repr(frozenset([1])))
attempt(lambda: repr(frozenset({1})|{2}))
attempt(lambda: repr(frozenset({1})=={1}))
attempt(lambda: repr(hash(frozenset({1,2}))==hash(frozenset({2,1}))))
attempt(lambda: repr({frozenset({1}):2}))

"""Methods of bytes, bytearray and memoryview."""


def attempt(function) -> None:
    try:
        print(function())
    except Exception as problem:
        print(type(problem).__name__, problem)


attempt(lambda: repr(b"abc"[0]))
attempt(lambda: repr(b"abc"[1:]))
attempt(lambda: repr(b"a"+b"b"))
attempt(lambda: repr(b"ab"*2))
attempt(lambda: repr(bytes(3)))
attempt(lambda: repr(bytes([1,2])))
attempt(lambda: repr(bytes([256])))
attempt(lambda: repr(bytes(-1)))
attempt(lambda: repr(bytes("a","utf-8")))
attempt(lambda: repr(bytes(b"x")))
attempt(lambda: repr(bytes(bytearray(b"x"))))
attempt(lambda: repr(b"abc".hex()))
attempt(lambda: repr(b"abc".hex("-")))
attempt(lambda: repr(b"abcdef".hex("-",2)))
attempt(lambda: repr(bytes.fromhex("61 62")))
attempt(lambda: repr(bytes.fromhex("6")))
attempt(lambda: repr(b"%d %s" % (1,b"x")))
attempt(lambda: repr(b"%b" % b"a"))
attempt(lambda: repr(b"%x%%" % 255))
attempt(lambda: repr(b"%5.1f" % 2.25))
attempt(lambda: repr(b"a\tb".expandtabs(3)))
attempt(lambda: repr(bytes.maketrans(b"ab",b"xy")[97:99]))
attempt(lambda: repr(b"abc".translate(bytes.maketrans(b"ab",b"xy"))))
attempt(lambda: repr(b"abc".translate(None,b"a")))
attempt(lambda: repr(b"a,b".split(b",")))
attempt(lambda: repr(b"a b c".rsplit(None,1)))
attempt(lambda: repr(b"a\nb".splitlines()))
attempt(lambda: repr(b"abc".find(b"c")))
attempt(lambda: repr(b"abc".find(99)))
attempt(lambda: repr(b"abc".index(b"z")))
attempt(lambda: repr(b"abc".replace(b"a",b"z")))
attempt(lambda: repr(b"abc".startswith((b"a",b"z"))))
attempt(lambda: repr(b"abc".upper()))
attempt(lambda: repr(b"Abc".swapcase()))
attempt(lambda: repr(b"abc".title()))
attempt(lambda: repr(b"abc".capitalize()))
attempt(lambda: repr(b"abc".center(7,b"*")))
attempt(lambda: repr(b"5".zfill(3)))
attempt(lambda: repr(b" a ".strip()))
attempt(lambda: repr(b"abc".partition(b"b")))
attempt(lambda: repr(b"abc".removeprefix(b"a")))
attempt(lambda: repr(b",".join([b"a",b"b"])))
attempt(lambda: repr(b"abc".isalpha()))
attempt(lambda: repr(b"1".isdigit()))
attempt(lambda: repr(98 in b"abc"))
attempt(lambda: repr(b"bc" in b"abc"))
attempt(lambda: repr(repr(b"\x00'\"\xff")))
attempt(lambda: repr(b"a"<b"b"))
def step1() -> str:
    a=bytearray(b"abc")
    a[0]=120
    return repr(a)

attempt(step1)

def step2() -> str:
    a=bytearray(b"abc")
    a[0]=300
    return repr(a)

attempt(step2)

def step3() -> str:
    a=bytearray(b"abc")
    a.append(1)
    return repr(a)

attempt(step3)

def step4() -> str:
    a=bytearray(b"abc")
    a.extend(b"de")
    return repr(a)

attempt(step4)

def step5() -> str:
    a=bytearray(b"abc")
    a.extend([1,2])
    return repr(a)

attempt(step5)

def step6() -> str:
    a=bytearray(b"abc")
    a.insert(0,1)
    return repr(a)

attempt(step6)

def step7() -> str:
    a=bytearray(b"abc")
    a.pop()
    return repr(a)

attempt(step7)

def step8() -> str:
    a=bytearray(b"abc")
    a.remove(97)
    return repr(a)

attempt(step8)

def step9() -> str:
    a=bytearray(b"abc")
    a.remove(7)
    return repr(a)

attempt(step9)

def step10() -> str:
    a=bytearray(b"abc")
    a.reverse()
    return repr(a)

attempt(step10)

def step11() -> str:
    a=bytearray(b"abc")
    a+=b"x"
    return repr(a)

attempt(step11)

def step12() -> str:
    a=bytearray(b"abc")
    a*=2
    return repr(a)

attempt(step12)

def step13() -> str:
    a=bytearray(b"abc")
    del a[0:2]
    return repr(a)

attempt(step13)

def step14() -> str:
    a=bytearray(b"abc")
    a[0:1]=b"zzz"
    return repr(a)

attempt(step14)

def step15() -> str:
    a=bytearray(3)
    return repr(a)

attempt(step15)

attempt(lambda: repr(bytearray(b"%d") % 5))
attempt(lambda: repr(bytearray(b"abc").decode()))
attempt(lambda: repr(bytearray("é","utf-8")))
attempt(lambda: repr(bytearray.fromhex("6162")))
attempt(lambda: repr(bytearray(b"abc")==b"abc"))
def step16() -> str:
    m=memoryview(b"abc")
    return repr(m[0])

attempt(step16)

def step17() -> str:
    m=memoryview(b"abc")
    return repr(bytes(m[1:]))

attempt(step17)

def step18() -> str:
    m=memoryview(b"abc")
    return repr(m.tolist())

attempt(step18)

def step19() -> str:
    m=memoryview(b"abc")
    return repr(m.tobytes())

attempt(step19)

def step20() -> str:
    m=memoryview(b"abc")
    return repr(m.hex())

attempt(step20)

def step21() -> str:
    m=memoryview(b"abc")
    return repr(m.readonly)

attempt(step21)

def step22() -> str:
    m=memoryview(b"abc")
    return repr(m.nbytes)

attempt(step22)

def step23() -> str:
    m=memoryview(b"abc")
    return repr(m.itemsize)

attempt(step23)

def step24() -> str:
    m=memoryview(b"abc")
    return repr(m.format)

attempt(step24)

def step25() -> str:
    m=memoryview(b"abc")
    return repr(m.shape)

attempt(step25)

def step26() -> str:
    m=memoryview(b"abc")
    return repr(m.strides)

attempt(step26)

def step27() -> str:
    m=memoryview(b"abc")
    return repr(m.ndim)

attempt(step27)

def step28() -> str:
    m=memoryview(b"abc")
    return repr(m.contiguous)

attempt(step28)

def step29() -> str:
    m=memoryview(b"abc")
    return repr(m.c_contiguous)

attempt(step29)

def step30() -> str:
    m=memoryview(b"abc")
    return repr(m.obj)

attempt(step30)

def step31() -> str:
    m=memoryview(b"abc")
    m[0]=1
    return repr(1)

attempt(step31)

def step32() -> str:
    a=bytearray(b"abc")
    m=memoryview(a)
    m[0]=122
    return repr(a)

attempt(step32)

def step33() -> str:
    a=bytearray(b"abc")
    m=memoryview(a)
    m[0:2]=b"xx"
    return repr(a)

attempt(step33)

def step34() -> str:
    a=bytearray(b"abc")
    m=memoryview(a)
    m[0:2]=b"x"
    return repr(a)

attempt(step34)

attempt(lambda: repr(memoryview(b"abc")==b"abc"))
attempt(lambda: repr(len(memoryview(b"abc"))))
def step35() -> str:
    m=memoryview(b"abc")
    return repr(list(m))

attempt(step35)

def step36() -> str:
    with memoryview(b"abc") as m: x=m[0]
    return repr(x)

attempt(step36)


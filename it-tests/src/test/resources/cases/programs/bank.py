from abc import ABC, abstractmethod
from decimal import Decimal, ROUND_HALF_UP
from functools import wraps
import itertools

class InsufficientFunds(Exception): pass
class AccountLocked(Exception): pass

def logged(fn):
    @wraps(fn)
    def wrapper(self, *args, **kwargs):
        result = fn(self, *args, **kwargs)
        self.history.append((fn.__name__, args))
        return result
    return wrapper

class Account(ABC):
    _ids = itertools.count(1001)

    def __init__(self, owner, balance=Decimal('0')):
        self.id = next(Account._ids)
        self.owner = owner
        self._balance = balance
        self.history = []
        self.locked = False

    @property
    def balance(self):
        return self._balance

    @logged
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        self._balance += amount

    @logged
    def withdraw(self, amount):
        if self.locked:
            raise AccountLocked(f"Account {self.id} is locked")
        if amount > self.available():
            raise InsufficientFunds(f"{self.owner}: {amount} > {self.available()}")
        self._balance -= amount

    @abstractmethod
    def available(self): ...

    @abstractmethod
    def month_end(self): ...

    def __str__(self):
        return f"{type(self).__name__}#{self.id} {self.owner}: ${self.balance:,.2f}"

class Savings(Account):
    rate = Decimal('0.025')
    def available(self):
        return self._balance
    def month_end(self):
        interest = (self._balance * self.rate / 12).quantize(Decimal('0.01'), ROUND_HALF_UP)
        self._balance += interest
        return interest

class Checking(Account):
    def __init__(self, owner, balance=Decimal(0), overdraft=Decimal(100)):
        super().__init__(owner, balance)
        self.overdraft = overdraft
    def available(self):
        return self._balance + self.overdraft
    def month_end(self):
        if self._balance < 0:
            fee = Decimal('15.00')
            self._balance -= fee
            return -fee
        return Decimal('0.00')

class Bank:
    def __init__(self):
        self.accounts = {}
    def open(self, cls, *args, **kw):
        acct = cls(*args, **kw)
        self.accounts[acct.id] = acct
        return acct
    def transfer(self, a, b, amount):
        src, dst = self.accounts[a], self.accounts[b]
        src.withdraw(amount)
        try:
            dst.deposit(amount)
        except ValueError:
            src.deposit(amount)
            raise

bank = Bank()
s = bank.open(Savings, "Alice", Decimal('1000.00'))
c = bank.open(Checking, "Bob", overdraft=Decimal(250))
bank.transfer(s.id, c.id, Decimal('123.45'))
for amt in ('300', '200', '-5'):
    try:
        c.withdraw(Decimal(amt)) if not amt.startswith('-') else c.deposit(Decimal(amt))
        print("ok", amt)
    except InsufficientFunds as e:
        print("refused:", e)
    except ValueError as e:
        print("invalid:", e)
s.locked = True
try:
    bank.transfer(s.id, c.id, Decimal(1))
except AccountLocked as e:
    print(e)
for acct in bank.accounts.values():
    print(acct, "month end:", acct.month_end())
    print(acct, len(acct.history))
print(sum(a.balance for a in bank.accounts.values()))

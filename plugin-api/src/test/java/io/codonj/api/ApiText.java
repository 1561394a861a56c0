package io.codonj.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes what others can see of a type, one line for each thing that they can rely on.
///
/// ```
/// stable interface plugin.LiteralExtension
///   abstract Expr expand(Expr, ExpansionContext)
/// ```
final class ApiText {
  private static final Set<String> OF_OBJECT = Set.of("toString", "equals", "hashCode");

  private ApiText() {}

  static boolean isVisible(Class<?> type) {
    boolean shown = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
    return shown && !type.isSynthetic() && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
  }

  /// `stable`, `experimental`, or empty when nobody has said.
  static String promise(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getDeclaringClass()) {
      String own = promise(at.isAnnotationPresent(Stable.class), at.isAnnotationPresent(Experimental.class));
      if (!own.isEmpty()) {
        return own;
      }
    }
    Package around = type.getPackage();
    return promise(around.isAnnotationPresent(Stable.class), around.isAnnotationPresent(Experimental.class));
  }

  private static String promise(boolean stable, boolean experimental) {
    return stable ? "stable" : experimental ? "experimental" : "";
  }

  static String of(Class<?> type) {
    var lines = new ArrayList<String>();
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      if (type.isRecord() && each.getParameterCount() == type.getRecordComponents().length) {
        continue;
      }
      add(lines, each, "new" + parameters(each));
    }
    for (Field each : type.getDeclaredFields()) {
      add(lines, each, modifiers(each) + name(each.getGenericType()) + " " + each.getName());
    }
    for (Method each : type.getDeclaredMethods()) {
      if (!each.isBridge() && !isImplied(type, each)) {
        String result = name(each.getGenericReturnType()) + " " + each.getName();
        add(lines, each, modifiers(each) + variables(each) + result + parameters(each));
      }
    }
    return head(type) + lines.stream().sorted().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  /// What all records and enums have.
  private static boolean isImplied(Class<?> type, Method method) {
    String name = method.getName();
    if (type.isEnum()) {
      return name.equals("values") || name.equals("valueOf");
    }
    return type.isRecord() && (OF_OBJECT.contains(name)
        || Arrays.stream(type.getRecordComponents()).anyMatch(each -> each.getAccessor().equals(method)));
  }

  private static void add(List<String> lines, Member member, String line) {
    boolean shown = Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    if (shown && !member.isSynthetic()) {
      lines.add(line);
    }
  }

  private static String head(Class<?> type) {
    String kind = type.isAnnotation() ? "annotation" : type.isInterface() ? "interface" : type.isEnum() ? "enum"
        : type.isRecord() ? "record" : Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class";
    boolean isFinal = Modifier.isFinal(type.getModifiers()) && kind.equals("class");
    var text = new StringBuilder(promise(type) + " " + (type.isSealed() ? "sealed " : isFinal ? "final " : "") + kind + " ");
    text.append(type.getTypeName().replace("io.codonj.api.", "").replace('$', '.')).append('\n');
    if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class && !type.isRecord() && !type.isEnum()) {
      text.append("  extends ").append(name(type.getGenericSuperclass())).append('\n');
    }
    for (Type each : type.getGenericInterfaces()) {
      text.append("  implements ").append(name(each)).append('\n');
    }
    if (type.isSealed()) {
      // A new one makes a switch of a plugin fail that has no default.
      for (Class<?> each : type.getPermittedSubclasses()) {
        text.append("  permits ").append(name(each)).append('\n');
      }
    }
    if (type.isRecord()) {
      text.append("  components ").append(Arrays.stream(type.getRecordComponents())
          .map(each -> name(each.getGenericType()) + " " + each.getName()).collect(Collectors.joining(", "))).append('\n');
    }
    return text.toString();
  }

  private static String modifiers(Member member) {
    int flags = member.getModifiers();
    boolean isDefault = member instanceof Method method && method.isDefault();
    return (Modifier.isProtected(flags) ? "protected " : "") + (Modifier.isStatic(flags) ? "static " : "")
        + (Modifier.isAbstract(flags) ? "abstract " : "") + (isDefault ? "default " : "");
  }

  private static String variables(Method method) {
    TypeVariable<Method>[] variables = method.getTypeParameters();
    return variables.length == 0 ? "" : Arrays.stream(variables).map(ApiText::name).collect(Collectors.joining(", ", "<", "> "));
  }

  private static String parameters(Executable method) {
    return Arrays.stream(method.getGenericParameterTypes()).map(ApiText::name).collect(Collectors.joining(", ", "(", ")"));
  }

  /// Without packages: names are unique in the API, and those of Java are known.
  private static String name(Type type) {
    return type.getTypeName().replaceAll("\\b[a-z]\\w*\\.", "").replaceAll("\\w+\\$", "");
  }
}

package slope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a program can name of a module: each public type of the packages that it exports to all, and
/// their public and protected members, a line each.
///
/// Types stand without their packages. A method that overrides one of a public type is told there
/// alone; the constructor and the accessors of a record are its first line.
final class PublicSignatures {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private final NavigableSet<String> lines = new TreeSet<>();

    private PublicSignatures() {}

    /// @param ofModule some class of the module
    static NavigableSet<String> of(Class<?> ofModule) throws Exception {
        PublicSignatures signatures = new PublicSignatures();
        Path place = Path.of(
                ofModule.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            signatures.addModule(place);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                signatures.addModule(jar.getPath("/"));
            }
        }
        return signatures.lines;
    }

    private void addModule(Path classes) throws IOException, ClassNotFoundException {
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        for (ModuleDescriptor.Exports exported : module.exports()) {
            if (!exported.isQualified()) {
                addPackage(classes, exported.source());
            }
        }
    }

    private void addPackage(Path classes, String name) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
            for (Path file : files.toList()) {
                String simple = file.getFileName().toString();
                if (simple.endsWith(".class") && !simple.equals("package-info.class")) {
                    String binary = name + "." + simple.substring(0, simple.length() - ".class".length());
                    Class<?> type = Class.forName(binary, false, PublicSignatures.class.getClassLoader());
                    if (isPublic(type)) {
                        addType(type);
                    }
                }
            }
        }
    }

    private void addType(Class<?> type) {
        String place = type.getCanonicalName();
        lines.add(place + ": " + header(type));
        for (Constructor<?> each : type.getDeclaredConstructors()) {
            if (isSeen(type, each.getModifiers()) && !isOfRecord(type, each)) {
                lines.add(place + ": " + modifiers(each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                        + typeVariables(each.getTypeParameters())
                        + type.getSimpleName() + parameters(each));
            }
        }
        for (Class<?> declaring : withHiddenSupertypes(type)) {
            for (Field each : declaring.getDeclaredFields()) {
                if (isSeen(type, each.getModifiers()) && !each.isSynthetic()) {
                    lines.add(place + ": " + field(each));
                }
            }
            for (Method each : declaring.getDeclaredMethods()) {
                if (isSeen(type, each.getModifiers()) && !isToldElsewhere(type, each)) {
                    lines.add(place + ": " + method(each));
                }
            }
        }
    }

    private static String header(Class<?> type) {
        StringBuilder text = new StringBuilder();
        int modifiers = type.getModifiers();
        if (type.isRecord() || type.isEnum()) {
            modifiers &= ~(Modifier.FINAL | Modifier.STATIC | Modifier.ABSTRACT);
        } else if (type.isInterface()) {
            modifiers &= ~(Modifier.INTERFACE | Modifier.STATIC | Modifier.ABSTRACT);
        }
        text.append(modifiers(modifiers)).append(type.isSealed() && !type.isEnum() ? "sealed " : "");
        text.append(type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class");
        text.append(' ').append(type.getSimpleName());
        TypeVariable<?>[] variables = type.getTypeParameters();
        if (variables.length > 0) {
            text.append(typeVariables(variables).strip());
        }
        if (type.isRecord()) {
            text.append(Arrays.stream(type.getRecordComponents())
                    .map(each -> name(each.getGenericType()) + " " + each.getName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
            text.append(" extends ").append(name(type.getGenericSuperclass()));
        }
        if (type.getInterfaces().length > 0) {
            text.append(type.isInterface() ? " extends " : " implements ")
                    .append(Arrays.stream(type.getGenericInterfaces())
                            .map(PublicSignatures::name)
                            .collect(Collectors.joining(", ")));
        }
        return text.toString();
    }

    private static String field(Field field) {
        return field.isEnumConstant()
                ? field.getName()
                : modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName();
    }

    private static String method(Method method) {
        int told = method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC);
        if (!method.getDeclaringClass().isInterface()) {
            told |= method.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL);
        }
        return modifiers(told) + (method.isDefault() ? "default " : "") + typeVariables(method.getTypeParameters())
                + name(method.getGenericReturnType()) + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable of) {
        List<String> names = new ArrayList<>();
        for (Type each : of.getGenericParameterTypes()) {
            names.add(name(each));
        }
        if (of.isVarArgs()) {
            names.add(names.removeLast().replaceAll("\\[]$", "..."));
        }
        Type[] thrown = of.getGenericExceptionTypes();
        return "(" + String.join(", ", names) + ")"
                + (thrown.length == 0
                        ? ""
                        : Arrays.stream(thrown)
                                .map(PublicSignatures::name)
                                .collect(Collectors.joining(", ", " throws ", "")));
    }

    private static String typeVariables(TypeVariable<?>[] variables) {
        if (variables.length == 0) {
            return "";
        }
        return Arrays.stream(variables)
                .map(each -> {
                    List<String> bounds = Arrays.stream(each.getBounds())
                            .filter(bound -> bound != Object.class)
                            .map(PublicSignatures::name)
                            .toList();
                    return each.getName() + (bounds.isEmpty() ? "" : " extends " + String.join(" & ", bounds));
                })
                .collect(Collectors.joining(", ", "<", "> "));
    }

    /// Without packages, and a nested type as `Outer.Inner`.
    private static String name(Type type) {
        return type.getTypeName()
                .replaceAll("\\b(?:[a-z]\\w*\\.)+", "")
                .replaceAll("\\w+\\$(?=\\w+\\$)|(?<=\\w)\\$", ".");
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers);
        return text.isEmpty() ? "" : text + " ";
    }

    /// Whether a program sees a member with these modifiers: a protected one, where it can extend the type.
    private static boolean isSeen(Class<?> type, int modifiers) {
        return Modifier.isPublic(modifiers) || (Modifier.isProtected(modifiers) && isExtensible(type));
    }

    private static boolean isExtensible(Class<?> type) {
        return !Modifier.isFinal(type.getModifiers())
                && !type.isSealed()
                && Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(each -> (each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
    }

    private static boolean isToldElsewhere(Class<?> type, Method method) {
        if (method.isSynthetic()
                || OF_EVERY_OBJECT.contains(method.getName())
                || (type.isEnum() && OF_EVERY_ENUM.contains(method.getName()))) {
            return true;
        }
        if (type.isRecord() && method.getParameterCount() == 0) {
            for (RecordComponent each : type.getRecordComponents()) {
                if (each.getName().equals(method.getName())) {
                    return true;
                }
            }
        }
        return !Modifier.isStatic(method.getModifiers())
                && supertypes(type).stream()
                        .filter(PublicSignatures::isPublic)
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                        .anyMatch(each -> each.getName().equals(method.getName())
                                && each.getReturnType() == method.getReturnType()
                                && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    private static boolean isOfRecord(Class<?> type, Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    /// The type, and those above it that a program cannot name but whose members it inherits.
    private static List<Class<?>> withHiddenSupertypes(Class<?> type) {
        List<Class<?>> found = new ArrayList<>(List.of(type));
        for (Class<?> each : supertypes(type)) {
            if (!isPublic(each)) {
                found.add(each);
            }
        }
        return found;
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        List<Class<?>> next = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            next.add(type.getSuperclass());
        }
        for (Class<?> each : next) {
            found.add(each);
            found.addAll(supertypes(each));
        }
        return found;
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer == null || isPublic(outer));
    }
}

package io.tokenpace.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the packages of one module to a table: what each may import of its own module, and where Netty may be used.
 *
 * <pre>{@code
 * HouseRules.of("io.tokenpace.bench")
 *         .room("clock")
 *         .room("wire", "outcome")
 *         .nettyBuffers("wire", "client")
 *         .netty("client")
 *         .check();
 * }</pre>
 */
public final class HouseRules {
    private final String root;
    private final Map<String, List<String>> rooms = new LinkedHashMap<>();
    private final List<String> bufferRooms = new ArrayList<>();
    private final List<String> nettyRooms = new ArrayList<>();

    private HouseRules(String root) {
        this.root = root;
    }

    /** Begins the table of the module whose packages lie under {@code root}. */
    public static HouseRules of(String root) {
        return new HouseRules(root);
    }

    /** Adds a package, named from the root ({@code ""} is the root itself), and the packages it may import. */
    public HouseRules room(String name, String... mayImport) {
        rooms.put(name, List.of(mayImport));
        return this;
    }

    /** Names the packages that may use Netty's buffers. */
    public HouseRules nettyBuffers(String... names) {
        bufferRooms.addAll(List.of(names));
        return this;
    }

    /** Names the packages that may use all of Netty. */
    public HouseRules netty(String... names) {
        nettyRooms.addAll(List.of(names));
        return this;
    }

    /** Fails with every import that the table does not allow. */
    public void check() {
        JavaClasses module = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
        checkEveryPackageIsInTheTable(module);
        rooms.forEach((name, mayImport) -> checkImports(module, name, mayImport));
        slices().matching(root + ".(**)").should().beFreeOfCycles().check(module);
        checkNetty(module);
    }

    private void checkEveryPackageIsInTheTable(JavaClasses module) {
        String[] known = rooms.keySet().stream().map(this::packageOf).toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(known)
                .because("every package stands in the table")
                .check(module);
    }

    private void checkImports(JavaClasses module, String name, List<String> mayImport) {
        List<String> allowed = new ArrayList<>();
        allowed.add(packageOf(name));
        mayImport.forEach(other -> allowed.add(packageOf(other)));
        noClasses()
                .that()
                .resideInAPackage(packageOf(name))
                .should()
                .dependOnClassesThat(ownClassOutside(allowed))
                .because(name + " may import only " + mayImport)
                .allowEmptyShould(true)
                .check(module);
    }

    private void checkNetty(JavaClasses module) {
        String[] all = nettyRooms.stream().map(this::packageOf).toArray(String[]::new);
        List<String> buffers = new ArrayList<>(List.of(all));
        bufferRooms.forEach(name -> buffers.add(packageOf(name)));
        noClasses()
                .that()
                .resideOutsideOfPackages(all)
                .should()
                .dependOnClassesThat(fromNettyBut("io.netty.buffer"))
                .check(module);
        noClasses()
                .that()
                .resideOutsideOfPackages(buffers.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty.buffer..")
                .check(module);
    }

    private String packageOf(String name) {
        return name.isEmpty() ? root : root + "." + name;
    }

    private DescribedPredicate<JavaClass> ownClassOutside(List<String> allowed) {
        return DescribedPredicate.describe(
                "classes of this module outside " + allowed,
                type -> isOwn(type) && !allowed.contains(type.getPackageName()));
    }

    private boolean isOwn(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private static DescribedPredicate<JavaClass> fromNettyBut(String allowed) {
        return DescribedPredicate.describe(
                "classes of Netty but " + allowed,
                type -> type.getPackageName().startsWith("io.netty.")
                        && !type.getPackageName().startsWith(allowed));
    }
}

package io.timerscope.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.timerscope.ledger.TaskLedger;

/** The compiled classes of the house, which are read once for all of its tests. */
final class OurClasses {

	/** Those of all modules, without tests and without the agent's copy of ASM. */
	static final JavaClasses ALL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("/io/timerscope/agent/asm/"))
		.importPackages("io.timerscope");

	/** Those of the core. */
	static final JavaClasses CORE = ALL.that(DescribedPredicate.describe("are in the core", OurClasses::isInCore));

	private OurClasses() {
	}

	private static boolean isInCore(JavaClass type) {
		String core = TaskLedger.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		return type.getSource().filter((source) -> source.getUri().toString().contains(core)).isPresent();
	}

}

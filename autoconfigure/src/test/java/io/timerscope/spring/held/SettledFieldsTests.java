package io.timerscope.spring.held;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettledFieldsTests {

	@Test
	void aFinalFieldIsSettled() throws NoSuchFieldException {
		assertThat(isSettled(Fields.class, "constant")).isTrue();
	}

	@Test
	void aPrivateFieldThatOnlyConstructorsWriteIsSettled() throws NoSuchFieldException {
		assertThat(isSettled(Fields.class, "madeOnce")).isTrue();
	}

	@Test
	void aFieldThatAMethodOrALambdaOrANestedClassWritesIsNot() throws NoSuchFieldException {
		assertThat(isSettled(Fields.class, "replaced")).isFalse();
		assertThat(isSettled(Fields.class, "replacedByLambda")).isFalse();
		assertThat(isSettled(Fields.class, "replacedByNested")).isFalse();
	}

	@Test
	void aFieldThatOtherClassesMayWriteIsNot() throws NoSuchFieldException {
		assertThat(isSettled(Fields.class, "open")).isFalse();
	}

	private static boolean isSettled(Class<?> type, String name) throws NoSuchFieldException {
		return SettledFields.isSettled(type.getDeclaredField(name));
	}

	/** Fields of every kind. */
	@SuppressWarnings("FieldCanBeFinal")
	static final class Fields {

		private final Object constant;

		private Object madeOnce;

		private Object replaced;

		private Object replacedByLambda;

		private Object replacedByNested;

		Object open;

		Fields(Object value) {
			this.constant = value;
			this.madeOnce = value;
			this.replaced = value;
			this.replacedByLambda = value;
			this.replacedByNested = value;
			this.open = value;
		}

		Runnable replace(Object value) {
			this.replaced = value;
			return () -> this.replacedByLambda = value;
		}

		Object all() {
			return new Object[] { this.constant, this.madeOnce, this.replaced, this.replacedByLambda,
					this.replacedByNested, this.open };
		}

		/** Writes what is private to the class around it. */
		final class Nested {

			void replace(Object value) {
				Fields.this.replacedByNested = value;
			}

		}

	}

}

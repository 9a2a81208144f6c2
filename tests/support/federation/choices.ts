import fc from "fast-check";

/**
 * What an operation at random is made of, without knowing a schema: numbers choose among what there is. Fewer and smaller
 * choices give smaller operations, so that a failing one shrinks.
 */
export type Choice = {
	/** Which field; beyond the fields, a fragment on one of the types that may be met. */
	what: number;
	alias: number;
	/** 0 to 2: none. */
	condition: number;
	/** Choose arguments, in turn. */
	values: number[];
	/** A named fragment instead of an inline one; a field that is asked twice. */
	isSpecial: boolean;
	below: Choice[];
};

export type Choices = {
	/** Choose the kind of operation where there are several. */
	kind: number;
	fields: Choice[];
	/** Whether there are other operations in the document. */
	others: boolean;
	/** Without aliases and conditions. */
	isPlain: boolean;
};

const DEPTH = 5;

const { choice } = fc.letrec<{ choice: Choice; leaf: Choice }>((tie) => {
	const base = {
		what: fc.nat({ max: 40 }),
		alias: fc.nat({ max: 40 }),
		condition: fc.nat({ max: 12 }),
		values: fc.array(fc.nat({ max: 1000 }), { maxLength: 4 }),
		isSpecial: fc.boolean(),
	};
	return {
		leaf: fc.record({ ...base, below: fc.constant([]) }),
		choice: fc.oneof(
			{ maxDepth: DEPTH, withCrossShrink: true },
			tie("leaf"),
			fc.record({ ...base, below: fc.array(tie("choice"), { minLength: 1, maxLength: 5 }) }),
		),
	};
});

/** Choices for one operation. */
export const choicesFor = (isPlain: boolean): fc.Arbitrary<Choices> =>
	fc.record({
		kind: fc.nat({ max: 3 }),
		fields: fc.array(choice, { minLength: 1, maxLength: 5 }),
		others: fc.boolean(),
		isPlain: fc.constant(isPlain),
	});

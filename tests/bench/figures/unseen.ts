/** Selections of a manufacturer, center or institute, of which one is in each shape; "" leaves the field out. */
const NAMED = ["", "{ id }", "{ name }", "{ id name }"];
const PARTS: Array<{ field: string; choices: string[] }> = [
	{ field: "center", choices: NAMED },
	{ field: "institute", choices: NAMED },
	{ field: "sme", choices: [...NAMED, "{ state }", "{ id state }", "{ name state }"] },
	{ field: "id", choices: ["", " "] },
	{ field: "startedOn", choices: ["", " "] },
];
const ABOVE = ["name", "state", "name state", "id"];
const COUNT = PARTS.reduce((product, { choices }) => product * choices.length, ABOVE.length);
/** Has no common divisor with the number of shapes, so that each comes once; neighbors differ in much. */
const STEP = 557;

/**
 * Operations none of which has the shape of another, for one manufacturer: the fields of its services and of what these
 * are connected with differ. At most 1,792.
 */
export function unseenQueries(from: number, count: number): string[] {
	if (from + count > COUNT) throw new Error(`There are ${COUNT} shapes`);
	return Array.from({ length: count }, (_, index) => {
		let at = ((from + index) * STEP) % COUNT;
		const pick = <One>(choices: One[]): One => {
			const chosen = choices[at % choices.length] as One;
			at = Math.floor(at / choices.length);
			return chosen;
		};
		const above = pick(ABOVE);
		const fields = PARTS.map(({ field, choices }) => {
			const chosen = pick(choices);
			return chosen && `${field} ${chosen}`;
		});
		return `query Unseen${from + index}($id: ID!) { sme(id: $id) { ${above} engagements(first: 20) { nodes { kind ${fields.join(" ")} } } } }`;
	});
}

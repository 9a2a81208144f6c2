/** The kinds of service, as the API names them. */
export const SERVICE_KINDS = [
	"ASSISTANCE",
	"TRAINING",
	"TECH_TRANSFER",
	"FACILITY_ACCESS",
	"REFERRAL",
	"EVENT",
] as const;
type ServiceKind = (typeof SERVICE_KINDS)[number];

type Field = {
	type: "text" | "number" | "flag";
	/** The only kind of service that has it. */
	kind?: ServiceKind;
};

/** What is typed about a visit, as the API names it. The manufacturer stands apart: it may not be registered yet. */
export const FIELDS = {
	kind: { type: "text" },
	startedOn: { type: "text" },
	endedOn: { type: "text" },
	instituteId: { type: "text" },
	facilityId: { type: "text", kind: "FACILITY_ACCESS" },
	hours: { type: "number", kind: "FACILITY_ACCESS" },
	feePaid: { type: "flag", kind: "FACILITY_ACCESS" },
	courseId: { type: "text", kind: "TRAINING" },
	peopleTrained: { type: "number", kind: "TRAINING" },
	credential: { type: "text", kind: "TRAINING" },
	technologyId: { type: "text", kind: "TECH_TRANSFER" },
	instrument: { type: "text", kind: "TECH_TRANSFER" },
	mrlFrom: { type: "number", kind: "TECH_TRANSFER" },
	mrlTo: { type: "number", kind: "TECH_TRANSFER" },
	practice: { type: "text" },
	title: { type: "text" },
	note: { type: "text" },
	late: { type: "flag" },
	reason: { type: "text" },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** What a field says about its own change, and not about the visit: it is sent, and nothing that is compared. */
const ABOUT_THE_CHANGE: readonly FieldName[] = ["late", "reason"];

/**
 * The values of a form, as they were typed. `smeId` is an id of the hub, or NEW_SME and the key of one that waits on this
 * device; `smeName` shows it without signal.
 */
export type Typed = { [F in FieldName | "smeId" | "smeName"]?: string };

/** A visit as the hub knows it. Numbers that are none stay text: the hub says what is wrong with them. */
export type Content = { [F in FieldName | "smeId"]?: string | number | boolean };

export const NEW_SME = "new:";

function valueTyped(type: Field["type"], typed: string): Content[FieldName] {
	if (type === "flag") return typed === "true" || (typed === "false" ? false : undefined);
	const text = typed.trim();
	if (text === "") return undefined;
	if (type === "text") return text;
	// As many countries write it: 7,5.
	const number = Number(text.replace(/^(\d+),(\d+)$/, "$1.$2"));
	return Number.isFinite(number) ? number : text;
}

/** Whether visits of a kind have a field. */
export function hasField(name: FieldName, kind: string | undefined): boolean {
	const { kind: only }: Field = FIELDS[name];
	return only === undefined || only === kind;
}

/** What is sent of typed values: those of the chosen kind, trimmed. What was typed for another kind stays in the form only. */
export function contentOf(typed: Typed, smeId: string | undefined): Content {
	const content: Content = smeId === undefined ? {} : { smeId };
	for (const name of FIELD_NAMES) {
		const value = hasField(name, typed.kind)
			? valueTyped(FIELDS[name].type, typed[name] ?? "")
			: undefined;
		if (value !== undefined) content[name] = value;
	}
	return content;
}

/** How `content` differs from what the hub knows: changed values, and null for those that it has no more. */
export function changesOf(known: Content, content: Content): Record<string, unknown> {
	const changes: Record<string, unknown> = {};
	for (const name of ["smeId", ...FIELD_NAMES] as const) {
		if ((ABOUT_THE_CHANGE as readonly string[]).includes(name)) continue;
		if (known[name] !== content[name]) changes[name] = content[name] ?? null;
	}
	if (Object.keys(changes).length > 0)
		for (const name of ABOUT_THE_CHANGE)
			if (content[name] !== undefined && content[name] !== false) changes[name] = content[name];
	return changes;
}

/** An engagement as the API shows it; in the answer of a conflict, with the fields of its row. */
export type HubVisit = {
	id: string;
	revision: number;
	status?: string | null;
	loggedSmeId?: string | null;
	sme?: { id: string; name?: string } | null;
	kind?: string | null;
	startedOn?: string | null;
	endedOn?: string | null;
	institute?: { id: string } | null;
	facility?: { id: string } | null;
	course?: { id: string } | null;
	technology?: { id: string } | null;
	hours?: number | null;
	feePaid?: boolean | null;
	peopleTrained?: number | null;
	credential?: string | null;
	instrument?: string | null;
	mrlFrom?: number | null;
	mrlTo?: number | null;
	practice?: string | null;
	title?: string | null;
	note?: string | null;
};

/** What the hub knows of a visit, as a form would say it. */
export function typedOf(visit: HubVisit): Typed {
	const { institute, facility, course, technology } = visit;
	const typed: Typed = { smeId: visit.loggedSmeId ?? visit.sme?.id, smeName: visit.sme?.name };
	const ids = {
		instituteId: institute,
		facilityId: facility,
		courseId: course,
		technologyId: technology,
	};
	for (const name of FIELD_NAMES) {
		if (ABOUT_THE_CHANGE.includes(name)) continue;
		const value =
			name in ids
				? ids[name as keyof typeof ids]?.id
				: visit[name as Exclude<keyof HubVisit, "institute">];
		if (value !== null && value !== undefined) typed[name] = String(value);
	}
	return typed;
}

/** What the hub knows of a visit, as it would be sent. */
export function contentOfVisit(visit: HubVisit): Content {
	const typed = typedOf(visit);
	return contentOf(typed, typed.smeId);
}

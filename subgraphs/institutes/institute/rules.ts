import type { Observation } from "../../../shared/provenance/provenance.ts";

/** The kind of milestone of each observed date. */
const KINDS: Record<string, string> = {
	announced: "ANNOUNCED",
	agreement_started: "AGREEMENT",
	opened: "OPENED",
	renamed: "RENAMED",
};

type Milestone = {
	kind: string;
	date: string;
	asPrinted?: string | null;
	reason?: string | null;
	source: Observation["source"];
	doubts: Observation["doubts"];
};

/** The accepted milestones in observations: one of each kind and date, earliest first. */
export function toMilestones(observations: Observation[]): Milestone[] {
	const found = new Map<string, Milestone>();
	for (const { property, text, accepted, asPrinted, reason, source, doubts } of observations) {
		const kind = KINDS[property];
		if (!kind || !text || !accepted || found.has(`${kind} ${text}`)) continue;
		found.set(`${kind} ${text}`, { kind, date: text, asPrinted, reason, source, doubts });
	}
	return [...found.values()].sort((one, other) =>
		`${one.date} ${one.kind}` < `${other.date} ${other.kind}` ? -1 : 1,
	);
}

/** Reads a place from an observation: "El Paso, US-TX". */
export function placeOf({ text, nativeText }: Pick<Observation, "text" | "nativeText">) {
	const [city, state] = (text ?? "").split(", ");
	return { city, state: state ?? null, country: "US", nativeCity: nativeText };
}

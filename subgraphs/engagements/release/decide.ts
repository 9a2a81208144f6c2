import type { PeriodGroups } from "../statistics/grid.ts";
import type { Group } from "../statistics/groups.ts";
import { figuresAsBefore, figuresOf } from "./figures.ts";
import { judgeChange } from "./judge.ts";
import {
	type Basis,
	basisOf,
	type Conditions,
	type Decision,
	type Linked,
	type Part,
} from "./linked.ts";
import { groupsOfBasis } from "./previous.ts";

/** A part with the basis that stands published of it, if one does. */
type Known = {
	part: Part;
	basis: Basis;
	published: { id: string; fingerprint: string } | undefined;
};

const isFresh = ({ published }: Known) => published === undefined;
const isChanged = ({ published, basis }: Known) =>
	published !== undefined && published.fingerprint !== basis.fingerprint;

/** Within a fiscal year a manufacturer keeps the state, sector and size under which it was published. */
function asPublished(groups: Group[], published: readonly PeriodGroups[]): Group[] {
	const known = new Map<string, Group>();
	for (const one of published) for (const group of one.groups) known.set(group.sme, group);
	return groups.map((group) => {
		const was = known.get(group.sme);
		return was ? { ...group, state: was.state, sector: was.sector, size: was.size } : group;
	});
}

/** The records that stand published. */
async function publishedParts(known: readonly Known[], { reader }: Conditions): Promise<Part[]> {
	const parts: Part[] = [];
	for (const one of known) {
		const { part, published } = one;
		if (!published) continue;
		const groups = isChanged(one) ? await groupsOfBasis(reader, published.id) : part.groups;
		parts.push({ ...part, groups });
	}
	return parts;
}

/** Published records stand as they were; those of new periods are added to them. */
async function addTo(
	linked: Linked,
	known: readonly Known[],
	published: readonly Part[],
	conditions: Conditions,
): Promise<Omit<Decision, "waiting">> {
	const fresh = known
		.filter(isFresh)
		.map(({ part }) => ({ ...part, groups: asPublished(part.groups, published) }));
	const figures =
		fresh.length === 0
			? figuresAsBefore(linked, conditions)
			: await figuresOf(linked, [...published, ...fresh], conditions);
	return { ...figures, bases: fresh.map(basisOf), amended: false };
}

/**
 * Decides how linked parts enter a release. All of what changed enters, or nothing: records that changed since they were
 * published, where the difference reveals nobody; those of new periods; all others as they stand.
 */
export async function decide(linked: Linked, conditions: Conditions): Promise<Decision> {
	const known = linked.parts.map((part): Known => {
		const basis = basisOf(part);
		return { part, basis, published: conditions.previous?.bases.get(part.part) };
	});
	const published = await publishedParts(known, conditions);
	if (!known.some(isChanged))
		return { ...(await addTo(linked, known, published, conditions)), waiting: [] };
	const now = known.filter((one) => !isFresh(one)).map(({ part }) => part);
	let waiting = await judgeChange(linked, published, now, conditions);
	if (waiting.length === 0) {
		const figures = await figuresOf(linked, linked.parts, conditions);
		const kept = known.filter((one) => isFresh(one) || isChanged(one));
		const bases = kept.map(({ basis }) => basis);
		if (figures.refused.length === 0) return { ...figures, bases, amended: true, waiting };
		waiting = figures.refused;
	}
	return { ...(await addTo(linked, known, published, conditions)), waiting };
}

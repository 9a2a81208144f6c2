import type {
	ManufacturerMembershipsQuery,
	ManufacturerOutcomesQuery,
	ManufacturerServicesQuery,
	SourceFieldsFragment,
} from "../../graphql/graphql.ts";

type Services = NonNullable<ManufacturerServicesQuery["sme"]>["engagements"]["nodes"];
type Outcomes = NonNullable<ManufacturerOutcomesQuery["sme"]>["outcomes"];
type Memberships = NonNullable<ManufacturerMembershipsQuery["sme"]>["memberships"]["nodes"];

export type Recorded = { services: Services; outcomes: Outcomes; memberships: Memberships };

type Dated = { id: string; date: string; source: SourceFieldsFragment | null };
/** What happened to a manufacturer on a date, by the record that tells it. */
export type Event =
	| (Dated & { type: "service"; service: Services[number] })
	| (Dated & { type: "outcome"; outcome: Outcomes[number] })
	| (Dated & { type: "membership"; membership: Memberships[number]; seen: boolean });

/** What is dated, earliest first; within a year, what is dated to the year only comes first. */
export function eventsOf({ services, outcomes, memberships }: Recorded): Event[] {
	const events: Event[] = [];
	for (const service of services) {
		const { id, startedOn, endedOn, source } = service;
		const date = startedOn ?? endedOn;
		if (date) events.push({ type: "service", id, date, source, service });
	}
	for (const outcome of outcomes) {
		const { id, windowStart, windowEnd, source } = outcome;
		const date = windowEnd ?? windowStart;
		if (date) events.push({ type: "outcome", id, date, source, outcome });
	}
	for (const membership of memberships) {
		const { id, startsOn, seenOn, source } = membership;
		const date = startsOn ?? seenOn;
		if (date)
			events.push({ type: "membership", id, date, source, membership, seen: startsOn === null });
	}
	return events.sort((a, b) => a.date.localeCompare(b.date));
}

/** How many services no source dates. */
export const undatedOf = (services: Services) =>
	services.filter(({ startedOn, endedOn }) => !startedOn && !endedOn).length;

/** Where the records were read, each place once, with how many records it tells of. */
export function sourcesOf({ services, outcomes, memberships }: Recorded) {
	const places = new Map<string, { source: SourceFieldsFragment; records: number }>();
	for (const { source } of [...services, ...outcomes, ...memberships]) {
		if (!source) continue;
		const place = places.get(source.id) ?? { source, records: 0 };
		places.set(source.id, { source, records: place.records + 1 });
	}
	return [...places.values()].sort((a, b) => b.records - a.records);
}

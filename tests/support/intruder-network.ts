import type { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { CENTERS, INSTITUTES } from "./owners.ts";
import { type Records, reported } from "./releases.ts";
import { smeRow } from "./rows.ts";

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const KINDS = ["TRAINING", "FACILITY_ACCESS", "ASSISTANCE"];
const STATES = ["US-GA", "US-OH", null];
const CODES = ["332710", "336411", null];
const EMPLOYEES = [5, 60, null];
/** Every so many manufacturers are PUBLIC with all their records. */
const OPEN = 6;

/**
 * A network as it is in life: a few centers, kinds and manufacturers have most records, and a few records most hours
 * and people. The same for the same seed.
 */
export function skewedNetwork(
	seed: number,
	smes: number,
	engagements: number,
	days: readonly string[],
): Records {
	const random = randomOf(seed);
	/** The first values most often. */
	const often = <T>(values: readonly T[]): T =>
		values[Math.floor(random() ** 2 * values.length)] as T;
	const large = (scale: number) => Math.exp(random() ** 2 * 4) * scale;
	const idOf = (n: number) => `sme_${String(n).padStart(3, "0")}`;
	const visibilityOf = (n: number) => (n % OPEN === 0 ? "PUBLIC" : "CONFIDENTIAL");
	const homes = Array.from({ length: smes }, () => Math.floor(random() ** 1.5 * CENTERS.length));
	const centerOf = (sme: number) =>
		random() < 0.8 ? CENTERS[homes[sme] as number]?.id : random() < 0.7 ? often(CENTERS).id : null;
	return {
		smes: homes.map((_, n) =>
			smeRow(idOf(n), {
				state: often(STATES),
				naics: often(CODES),
				employees: often(EMPLOYEES),
				visibility: visibilityOf(n),
			}),
		),
		engagements: Array.from({ length: engagements }, (_, n): EngagementRow => {
			const sme = Math.floor(random() ** 1.3 * smes);
			const kind = often(KINDS);
			const center_id = centerOf(sme) ?? null;
			const more = {
				sme_id: idOf(sme),
				kind,
				center_id,
				institute_id: center_id === null || random() < 0.3 ? often(INSTITUTES).id : null,
				hours: kind === "FACILITY_ACCESS" ? Math.round(large(10)) / 10 : null,
				people_trained: kind === "TRAINING" ? Math.ceil(large(2)) : null,
				visibility: visibilityOf(sme),
			};
			const day = days[Math.floor(random() * days.length)] as string;
			return reported(`eng_${String(n).padStart(4, "0")}`, more, day);
		}),
	};
}

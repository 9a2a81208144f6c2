import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { Ask } from "../synthetic/with-engagements.ts";

type Maker = { name: string; employees: number; naics: string };

/** Every second one is likely the same as the one before it. */
const MAKERS: readonly Maker[] = [
	{ name: "Harbor Gear (synthetic)", employees: 34, naics: "333517" },
	{ name: "Harbor Gear, Inc. (synthetic)", employees: 36, naics: "333517" },
	{ name: "Willow Tool and Die (synthetic)", employees: 12, naics: "333514" },
	{ name: "Willow Tool & Die LLC (synthetic)", employees: 12, naics: "333514" },
	{ name: "Timber Composites (synthetic)", employees: 120, naics: "326199" },
	{ name: "Timbr Composites (synthetic)", employees: 118, naics: "326199" },
	{ name: "Quarry Castings (synthetic)", employees: 58, naics: "331524" },
	{ name: "Ridge Instruments (synthetic)", employees: 9, naics: "334511" },
];

/** Registers the made-up manufacturers of a center, of which some are likely twins; their ids and employees. */
export async function registerMakers(
	ask: Ask,
	staff: Viewer,
	center: string,
): Promise<Array<{ id: string; employees: number }>> {
	const found: Array<{ id: string; employees: number }> = [];
	for (const [index, maker] of MAKERS.entries()) {
		const { registerSme } = await ask<{ registerSme: { sme: { id: string } | null } }>(
			"mutation($input: RegisterSmeInput!) { registerSme(input: $input) { sme { id } } }",
			{
				input: {
					...maker,
					clientMutationId: `sandbox-${center}-sme-${index}`,
					state: `US-${center.slice(0, 2).toUpperCase()}`,
					createAnyway: true,
				},
			},
			staff,
		);
		if (!registerSme.sme) throw new Error(`${maker.name} was not registered`);
		found.push({ id: registerSme.sme.id, employees: maker.employees });
	}
	return found;
}

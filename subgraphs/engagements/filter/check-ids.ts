import sql, { join, raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { badInput } from "../../../shared/errors.ts";
import { checkEntitiesExist } from "../../../shared/subgraph/subgraph-client.ts";
import type { Context } from "../context.ts";
import { unseenSmes } from "../sme/queries.ts";

type IdColumn = "center_id" | "institute_id" | "facility_id" | "course_id" | "technology_id";

/** Those of `ids` that no record has in `column`, whether or not the viewer may see the record. */
async function unseenIds(database: Database, column: IdColumn, ids: string[]): Promise<string[]> {
	const looks = [...new Set(ids)].map(
		(id) =>
			sql`SELECT * FROM (SELECT ${raw(column)} AS id FROM engagements WHERE ${raw(column)} = ${id} LIMIT 1) AS p`,
	);
	const seen = new Set<string>();
	for (let start = 0; start < looks.length; start += 200)
		for (const row of await database.read<{ id: string }>(
			join(looks.slice(start, start + 200), " UNION ALL "),
		))
			seen.add(row.id);
	return ids.filter((id) => !seen.has(id));
}

/** Throws BAD_USER_INPUT naming `argument` if there is no such center. The mep subgraph is asked only about centers that no record names. */
export async function checkCenter(
	{ database, ask }: Context,
	argument: string,
	centerId: string,
): Promise<void> {
	const unseen = await unseenIds(database, "center_id", [centerId]);
	await checkEntitiesExist(ask, { subgraph: "mep", type: "MepCenter" }, argument, unseen);
}

const OWNING_SUBGRAPHS = {
	centerIds: { subgraph: "mep", type: "MepCenter", column: "center_id" },
	instituteIds: { subgraph: "institutes", type: "Institute", column: "institute_id" },
	facilityIds: { subgraph: "institutes", type: "Facility", column: "facility_id" },
	courseIds: { subgraph: "institutes", type: "Course", column: "course_id" },
	technologyIds: { subgraph: "institutes", type: "Technology", column: "technology_id" },
} as const;

/** Throws BAD_USER_INPUT for an id that does not exist. The owning subgraph is asked only about ids that no record names. */
export async function checkIds(
	where: { [argument in keyof typeof OWNING_SUBGRAPHS | "smeIds"]?: string[] | null },
	context: Context,
): Promise<void> {
	await Promise.all(
		(Object.keys(OWNING_SUBGRAPHS) as Array<keyof typeof OWNING_SUBGRAPHS>).map(
			async (argument) => {
				const ids = where[argument];
				if (!ids?.length) return;
				const owner = OWNING_SUBGRAPHS[argument];
				const unseen = await unseenIds(context.database, owner.column, ids);
				await checkEntitiesExist(context.ask, owner, `where.${argument}`, unseen);
			},
		),
	);
	if (where.smeIds?.length) {
		const [unknown] = await unseenSmes(context.database, context.viewer, where.smeIds);
		if (unknown !== undefined)
			throw badInput("where.smeIds", `there is no Sme with the id "${unknown}"`);
	}
}

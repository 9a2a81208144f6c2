import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { disclosedByType } from "../disclosure/queries.ts";
import { partnerRow } from "../partner/queries.ts";
import { authorise, provenActor } from "../policy.ts";
import { demandOf } from "./own-fields.ts";
import { seenOperations, usageByConsumer, usageByField } from "./queries.ts";
import { CHECKED_DAYS, dayBefore, isDay, KEPT_DAYS } from "./rules.ts";
import { PartnerUsage, RecordedOperation } from "./type.ts";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

@Resolver()
export class OperationResolver {
	@Query(() => PartnerUsage, {
		description: `A partner's usage statement, for days of the last ${KEPT_DAYS}. For the partner itself, HUB_ADMIN and PROGRAM_OFFICE.`,
	})
	async partnerUsage(
		@Ctx() context: Context,
		@Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
		@Arg("from", () => String, { description: "First day, ISO 8601." }) from: string,
		@Arg("to", () => String, { description: "Last day, ISO 8601." }) to: string,
		@Arg("proof", () => String, {
			nullable: true,
			description: "Compact JWS by a current key of the partner.",
		})
		proof?: string,
	): Promise<PartnerUsage> {
		for (const [name, day] of Object.entries({ from, to }))
			if (!isDay(day)) throw badInput(name, `"${day}" is not a day such as 2026-11-24`);
		await provenActor(context, "partnerUsage", { partner: partnerId, proof }, { from, to });
		const { database } = context;
		await partnerRow(database, partnerId);
		const period = { partnerId, from, to };
		const [consumers, fields, ownFields, disclosures] = await Promise.all([
			usageByConsumer(database, period),
			usageByField(database, period),
			demandOf(database, period),
			disclosedByType(database, period),
		]);
		return {
			...period,
			requests: sum(consumers.map(({ requests }) => Number(requests))),
			errors: sum(consumers.map(({ errors }) => Number(errors))),
			consumers,
			fields,
			ownFields,
			disclosures,
		};
	}

	@Query(() => [RecordedOperation], {
		description: `Operations of the last ${CHECKED_DAYS} days, the most frequent first; breaking changes are checked against them. For HUB_ADMIN.`,
	})
	async recordedOperations(
		@Ctx() { database, viewer }: Context,
		@Arg("first", () => Int, { defaultValue: 50, description: "How many, 1 to 2000." })
		first: number,
	): Promise<RecordedOperation[]> {
		authorise(viewer, "read operations");
		if (first < 1 || first > 2000) throw badInput("first", `${first} is out of range; 1 to 2000`);
		return (await seenOperations(database, dayBefore(new Date(), CHECKED_DAYS))).slice(0, first);
	}
}

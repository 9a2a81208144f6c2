import { useQuery } from "@tanstack/react-query";
import { INSTRUMENTS, REFERENCE } from "../../parts/visit.ts";
import { useWords } from "../../words/use-words.ts";
import { type Choice, ChoiceField, type FormProps, TextField } from "./Inputs.tsx";
import look from "./Log.module.css";

const PRACTICES = ["LEAN", "QUALITY", "CYBERSECURITY", "GROWTH", "SUPPLY_CHAIN"] as const;

type Offered = { id: string; name: string; institute: { id: string; name: string } };

/** What an institute offers; choosing it says the institute, too. */
function OfferField({
	offers = [],
	...form
}: FormProps & {
	name: "facilityId" | "courseId" | "technologyId";
	offers?: Offered[];
}) {
	const t = useWords();
	const choices: Choice[] = offers
		.map(({ id, name, institute }) => ({ id, name, group: institute.name }))
		.sort((one, other) => one.group.localeCompare(other.group));
	const instituteOf = (id: string) => offers.find((offer) => offer.id === id)?.institute.id;
	return (
		<ChoiceField
			{...form}
			choices={choices}
			none={t("log.none")}
			also={(id) => (id ? { instituteId: instituteOf(id) ?? "" } : {})}
		/>
	);
}

/** What only the chosen kind of service needs. */
export function KindFields(form: FormProps) {
	const t = useWords();
	const { data } = useQuery(REFERENCE);
	const { institutes, facilities, courses, technologies } = data?.data ?? {};
	const named = (prefix: "practice" | "instrument", ids: readonly string[]) =>
		ids.map((id) => ({ id, name: t.maybe(`log.${prefix}.${id}`, id) }));
	const { kind, practice } = form.typed;
	switch (kind) {
		case "ASSISTANCE": {
			// One that another device or an import used is kept.
			const practices =
				practice && !(PRACTICES as readonly string[]).includes(practice) ? [practice] : [];
			return (
				<ChoiceField
					{...form}
					name="practice"
					none={t("log.none")}
					choices={named("practice", [...PRACTICES, ...practices])}
				/>
			);
		}
		case "TRAINING":
			return (
				<>
					<OfferField {...form} name="courseId" offers={courses?.nodes} />
					<TextField {...form} name="peopleTrained" inputMode="numeric" />
					<TextField {...form} name="credential" />
				</>
			);
		case "TECH_TRANSFER":
			return (
				<>
					<OfferField {...form} name="technologyId" offers={technologies?.nodes} />
					<ChoiceField
						{...form}
						name="instrument"
						none={t("log.none")}
						choices={named("instrument", INSTRUMENTS)}
					/>
					<div className={look.two}>
						<TextField {...form} name="mrlFrom" inputMode="numeric" />
						<TextField {...form} name="mrlTo" inputMode="numeric" />
					</div>
				</>
			);
		case "FACILITY_ACCESS":
			return (
				<>
					<OfferField {...form} name="facilityId" offers={facilities?.nodes} />
					<TextField {...form} name="hours" inputMode="decimal" />
					<label className={look.check}>
						<input
							type="checkbox"
							name="feePaid"
							checked={form.typed.feePaid === "true"}
							onChange={({ target }) => form.put({ feePaid: String(target.checked) })}
						/>
						{t("log.field.feePaid")}
					</label>
					{form.faultOf("feePaid") && <p className={look.fault}>{form.faultOf("feePaid")}</p>}
				</>
			);
		case "REFERRAL":
			return (
				<ChoiceField
					{...form}
					name="instituteId"
					none={t("log.none")}
					choices={institutes?.nodes ?? []}
				/>
			);
		case "EVENT":
			return <TextField {...form} name="title" />;
		default:
			return null;
	}
}

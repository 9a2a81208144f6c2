import { useQuery } from "@tanstack/react-query";
import { type EngagementFieldsFragment, MrlLevelsDocument } from "../graphql/graphql.ts";
import { ask } from "../graphql/query.ts";
import { useWords } from "../words/use-words.ts";
import { practiceName } from "./engagement-words.ts";
import { Fact } from "./Facts.tsx";
import { Mrl } from "./Mrl.tsx";
import { RecordLink } from "./RecordLink.tsx";
import { NotAvailable } from "./Status.tsx";

/** What the levels before and after mean. */
function Levels({ levels }: { levels: number[] }) {
	const t = useWords();
	const query = useQuery(ask(MrlLevelsDocument, {}));
	const known = query.data?.data.mrlLevels.filter(({ level }) => levels.includes(level)) ?? [];
	return (
		<ul className="quiet">
			{known.map(({ level, definition, nativeDefinition }) => (
				<li key={level}>
					{level}: {t.language === "zh" ? nativeDefinition : definition}
				</li>
			))}
		</ul>
	);
}

/** What only one kind of service has: facility, course or technology, and what belongs to them. */
export function KindFacts({ service }: { service: EngagementFieldsFragment }) {
	const t = useWords();
	const { kind, facility, hours, feePaid, entitlement, course, peopleTrained } = service;
	const { credential, technology, instrument, mrlFrom, mrlTo, practice, title } = service;
	const notStated = <NotAvailable reason={t("trace.not-stated")} />;
	return (
		<>
			<Fact name={t("engagement.subject")}>{title}</Fact>
			<Fact name={t("engagement.practice")}>{practice && practiceName(t, practice)}</Fact>
			{kind === "FACILITY_ACCESS" && (
				<>
					<Fact name={t("facility.title")}>
						{facility ? (
							<RecordLink type="Facility" id={facility.id}>
								{facility.name}
							</RecordLink>
						) : (
							notStated
						)}
					</Fact>
					<Fact name={t("trace.hours-used")}>{hours === null ? notStated : t.number(hours)}</Fact>
					<Fact name={t("engagement.entitlement")}>
						{entitlement ? (
							t(`profile.level.${entitlement}`)
						) : (
							<NotAvailable reason={t("engagement.entitlement.none")} />
						)}
					</Fact>
					<Fact name={t("engagement.fee")}>
						{feePaid === null ? notStated : t(feePaid ? "engagement.fee.yes" : "engagement.fee.no")}
					</Fact>
				</>
			)}
			{kind === "TRAINING" && (
				<>
					<Fact name={t("course.title")}>
						{course ? (
							<RecordLink type="Course" id={course.id}>
								{course.name}
							</RecordLink>
						) : (
							notStated
						)}
					</Fact>
					<Fact name={t("trace.people-trained")}>
						{peopleTrained === null ? notStated : t.number(peopleTrained)}
					</Fact>
					<Fact name={t("engagement.credential")}>{credential ?? notStated}</Fact>
				</>
			)}
			{kind === "TECH_TRANSFER" && (
				<>
					<Fact name={t("technology.title")}>
						{technology ? (
							<RecordLink type="Technology" id={technology.id}>
								{technology.name}
							</RecordLink>
						) : (
							notStated
						)}
					</Fact>
					<Fact name={t("transfer.instrument")}>
						{instrument ? t(`instrument.${instrument}`) : notStated}
					</Fact>
					<Fact name={t("transfer.mrl")}>
						{mrlFrom || mrlTo ? (
							<>
								<Mrl from={mrlFrom} to={mrlTo} />
								<Levels levels={[mrlFrom ?? 0, mrlTo ?? 0]} />
							</>
						) : (
							notStated
						)}
					</Fact>
				</>
			)}
		</>
	);
}

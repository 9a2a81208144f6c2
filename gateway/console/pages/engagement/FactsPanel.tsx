import type { UseQueryResult } from "@tanstack/react-query";
import type { Answer } from "../../graphql/fetch-document.ts";
import { EngagementDocument, type EngagementQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { KindFacts } from "../../parts/KindFacts.tsx";
import { KindMark } from "../../parts/KindMark.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Providers } from "../../parts/Providers.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { RecordFacts } from "./RecordFacts.tsx";

type Service = NonNullable<EngagementQuery["engagement"]>;

function ServiceFacts({ service }: { service: Service }) {
	const t = useWords();
	const { sme, kind, center, institute, startedOn, endedOn, fiscalYear, note, source } = service;
	const place = [sme.city, sme.state?.slice(3)].filter(Boolean).join(", ");
	return (
		<Facts>
			<Fact name={t("trace.manufacturer")}>
				<RecordLink type="Sme" id={sme.id}>
					{sme.name}
				</RecordLink>
				{place && `, ${place}`}
			</Fact>
			<Fact name={t("trace.kind")}>
				<KindMark kind={kind} />
			</Fact>
			<Fact name={t("trace.provider")}>
				<Providers center={center} institute={institute} />
			</Fact>
			<Fact name={t("engagement.started")}>
				{startedOn ? t.date(startedOn) : <NotAvailable reason={t("trace.no-date")} />}
			</Fact>
			<Fact name={t("engagement.ended")}>{endedOn && t.date(endedOn)}</Fact>
			<Fact name={t("engagement.fiscal-year")}>
				{fiscalYear ? String(fiscalYear) : <NotAvailable reason={t("engagement.too-coarse")} />}
			</Fact>
			<KindFacts service={service} />
			<Fact name={t("engagement.note")}>{note}</Fact>
			<Fact name={t("source.document")}>
				{source ? (
					<SourceLine source={source} />
				) : (
					<NotAvailable reason={t("engagement.no-source")} />
				)}
			</Fact>
			<RecordFacts service={service} />
		</Facts>
	);
}

type Props = { id: string; query: UseQueryResult<Answer<EngagementQuery>, Error> };

/** The facts of the service and of its record. */
export function FactsPanel({ id, query }: Props) {
	const t = useWords();
	const service = query.data?.data.engagement;
	const cells = () => ({
		columns: [
			"id",
			"manufacturer_id",
			"kind",
			"center_id",
			"institute_id",
			"started_on",
			"ended_on",
			"status",
		],
		rows: service
			? [
					[
						service.id,
						service.sme.id,
						service.kind,
						service.center?.id,
						service.institute?.id,
						service.startedOn,
						service.endedOn,
						service.status,
					],
				]
			: [],
	});
	return (
		<Panel
			title={t("engagement.facts")}
			actions={
				<TakeAlong
					file={id}
					cells={cells}
					asked={{ document: EngagementDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("engagement.facts")} query={query} height={360}>
				{({ engagement }) => engagement && <ServiceFacts service={engagement} />}
			</Answered>
		</Panel>
	);
}

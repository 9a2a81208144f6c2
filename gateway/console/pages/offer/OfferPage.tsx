import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answer } from "../../graphql/fetch-document.ts";
import type { FacilityQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { traceOf } from "../../parts/addresses.ts";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { ProfileHead } from "../../parts/ProfileHead.tsx";
import { nameText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Served } from "../../parts/Served.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { servedBy } from "../../parts/served-filter.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import type { TakenAlong } from "../../parts/take-along.ts";
import { useWords } from "../../words/use-words.ts";

/** What facilities, courses and technologies have in common. */
type Offer = Pick<
	FacilityQuery["facilities"]["nodes"][number],
	"id" | "name" | "source" | "institute"
>;

const TITLES = {
	Facility: "facility.title",
	Course: "course.title",
	Technology: "technology.title",
} as const;

type Props<Data> = {
	type: "Facility" | "Course" | "Technology";
	id: string;
	query: UseQueryResult<Answer<Data>, Error>;
	asked: NonNullable<TakenAlong["asked"]>;
	/** Undefined while it is not known. */
	offer: Offer | undefined;
	/** Facts of its type. */
	facts: ReactNode;
	/** Panels of its type. */
	children?: ReactNode;
};

/** Something that an institute offers: its facts, whose it is, and which manufacturers used it. */
export function OfferPage<Data>(props: Props<Data>) {
	const { type, id, query, asked, offer, facts, children } = props;
	const t = useWords();
	const cells = () => ({
		columns: ["id", "name", "institute_id", "institute", "source", "url"],
		rows: offer
			? [
					[
						offer.id,
						offer.name,
						offer.institute.id,
						offer.institute.name,
						offer.source.document,
						offer.source.url,
					],
				]
			: [],
	});
	return (
		<>
			<ProfileHead kind={t(TITLES[type])} name={offer?.name} id={id} />
			<Panel title={t("offer.facts")} actions={<TakeAlong file={id} cells={cells} asked={asked} />}>
				<Answered name={t("offer.facts")} query={query} height={240}>
					{() =>
						offer && (
							<Facts>
								<Fact name={t("offer.institute")}>
									<RecordLink type="Institute" id={offer.institute.id}>
										{nameText(t, offer.institute)}
									</RecordLink>
								</Fact>
								{facts}
								<Fact name={t("source.document")}>
									<SourceLine source={offer.source} />
								</Fact>
								<Fact name={t("offer.used")}>
									<Link {...traceOf(type, id)}>{t("offer.to-trace")}</Link>
								</Fact>
							</Facts>
						)
					}
				</Answered>
			</Panel>
			{children}
			<Served of={servedBy(type, id)} file={id} />
		</>
	);
}

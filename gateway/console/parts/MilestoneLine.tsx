import type { FigureFieldsFragment, MilestoneFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Timeline } from "./Timeline.tsx";
import { OtherAnswers } from "./Told.tsx";
import type { ToldFigure } from "./told.ts";

type Props = {
	milestones: readonly MilestoneFieldsFragment[];
	/** What sources say, to show where they disagree about a date. */
	told: readonly ToldFigure<FigureFieldsFragment>[];
};

/** The observations that a milestone was read from. */
const propertyOf = (kind: string) =>
	kind === "AGREEMENT" ? "agreement_started" : kind.toLowerCase();

/** The milestones of an institute or network. */
export function MilestoneLine({ milestones, told }: Props) {
	const t = useWords();
	if (milestones.length === 0) return <p className="quiet">{t("profile.milestones.none")}</p>;
	return (
		<Timeline
			happenings={milestones.map(({ kind, ...milestone }) => {
				const figure = told.find(
					({ shown }) => shown.property === propertyOf(kind) && shown.accepted,
				);
				const name = t.maybe(`profile.milestone.${kind}`, kind.toLowerCase());
				return {
					...milestone,
					name,
					more: figure && (
						<OtherAnswers
							of={figure}
							name={name}
							say={({ text }) => (text ? t.date(text) : undefined)}
						/>
					),
				};
			})}
		/>
	);
}

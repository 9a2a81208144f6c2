import { useQuery } from "@tanstack/react-query";
import { LogReferenceDocument, type LogReferenceQuery } from "../graphql/graphql.ts";
import type { FieldName } from "../offline/fields.ts";
import { askKept, type Kept } from "../offline/known.ts";
import { useWords, type Words } from "../words/use-words.ts";

type Reference = LogReferenceQuery;

/** Institutes, facilities, courses and technologies; kept on the device. They are the same for everybody. */
export const REFERENCE = askKept("", "reference", LogReferenceDocument, {});

export const INSTRUMENTS = [
	"LICENSE",
	"CRADA",
	"MEMBER_PROJECT",
	"SPONSORED_PROJECT",
	"TECHNICAL_ASSISTANCE",
] as const;

/** Name of a field of a visit. */
export const fieldName = (t: Words, field: FieldName | "smeId") => t(`log.field.${field}`);

type Returned = { by: string; reason: string; about?: string | null };

/** Who returned a visit and why, with the field that is meant. */
export function returnedText(t: Words, { by, reason, about }: Returned): string {
	if (!about) return t("log.returned-because", { by, reason });
	return t("log.returned-about", { by, reason, field: t.maybe(`log.field.${about}`, about) });
}

const LISTS = {
	instituteId: "institutes",
	facilityId: "facilities",
	courseId: "courses",
	technologyId: "technologies",
} as const;

function textOf(t: Words, reference: Kept<Reference> | undefined, field: string, value: string) {
	if (field === "kind") return t.maybe(`kind.${value}`, value);
	if (field === "practice") return t.maybe(`log.practice.${value}`, value);
	if (field === "instrument") return t.maybe(`log.instrument.${value}`, value);
	if (field === "feePaid") return t(value === "true" ? "log.yes" : "log.no");
	if (field === "startedOn" || field === "endedOn") return t.date(value);
	const list = LISTS[field as keyof typeof LISTS];
	const nodes: Array<{ id: string; name: string }> = reference?.data[list]?.nodes ?? [];
	return nodes.find(({ id }) => id === value)?.name ?? value;
}

/** Says the value of a field of a visit, with the names that this device knows. */
export function useFieldText(): (field: FieldName | "smeId", value: string) => string {
	const t = useWords();
	const { data } = useQuery(REFERENCE);
	return (field, value) => textOf(t, data, field, value);
}

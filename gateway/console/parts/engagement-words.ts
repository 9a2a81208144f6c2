import type { Words } from "../words/use-words.ts";

type Named = { name: string } | null;
type Service = {
	title: string | null;
	practice: string | null;
	facility: Named;
	course: Named;
	technology: Named;
};

/** The subject of help in words; subjects that the catalogues do not know are shown as they are called. */
export function practiceName(t: Words, practice: string): string {
	return t.maybe(`practice.${practice}`, practice.replaceAll("_", " ").toLowerCase());
}

/** What a service was about, as short as its record allows: its title, what was used, or its subject. */
export function subjectOf(t: Words, service: Service): string | undefined {
	const { title, facility, course, technology, practice } = service;
	const used = (facility ?? course ?? technology)?.name;
	const subject = practice && practice !== "UNSPECIFIED" ? practiceName(t, practice) : undefined;
	return title ?? used ?? subject;
}

/** When it was, as precise as its source; undefined where no source dates it. */
export function periodOf(
	t: Words,
	from: string | null | undefined,
	to: string | null | undefined,
): string | undefined {
	if (from && to && from !== to) return t("record.from-to", { from: t.date(from), to: t.date(to) });
	const on = from ?? to;
	return on ? t.date(on) : undefined;
}

import type { DirectoryAgency, DirectoryMinistry, Profile, ProfileName } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { wholeDirectory } from '../directory/index.ts';
import type { Database } from '../platform/db/index.ts';

type Life = NonNullable<Profile['life']>;
type Version = { readonly name: Record<Language, string>; readonly from: string | null; readonly to: string | null };

/**
 * What an agency (by organisation number) or a ministry (by code) has been called, and where it went; null for other
 * profiles, and for what the directory does not have.
 * @param hasPage whether a code has measures, so that its page can be linked
 */
export async function lifeOf(
  db: Database,
  profile: ProfileName,
  code: string,
  language: Language,
  hasPage: (code: string) => boolean,
): Promise<Life | null> {
  if (profile !== 'agency' && profile !== 'ministry') return null;
  const directory = await wholeDirectory(db);
  if (profile === 'agency') {
    const agency = directory.agencies.find(({ versions }) => versions.some(({ orgnr }) => orgnr === code));
    return agency ? agencyLife(agency, directory.agencies, language) : null;
  }
  const ministry = directory.ministries.find(({ versions }) => versions.some((version) => version.code === code));
  return ministry ? ministryLife(ministry, directory.ministries, language, hasPage) : null;
}

function agencyLife(agency: DirectoryAgency, all: readonly DirectoryAgency[], language: Language): Life {
  const last = agency.versions.at(-1);
  const relative = ({ id, name, from }: DirectoryAgency['successors'][number]) => ({
    code: all.find((one) => one.id === id)?.versions.at(-1)?.orgnr ?? null,
    label: name[language],
    from,
  });
  return {
    names: namesIn(agency.versions, language),
    ministry: last?.ministry ? { code: last.ministry.code, label: last.ministry.name[language] } : null,
    predecessors: agency.predecessors.map(relative),
    successors: agency.successors.map(relative),
    ended: last?.to ?? null,
  };
}

function ministryLife(
  ministry: DirectoryMinistry,
  all: readonly DirectoryMinistry[],
  language: Language,
  hasPage: (code: string) => boolean,
): Life {
  const codeOf = (id: string) => all.find((one) => one.id === id)?.versions.at(-1)?.code ?? null;
  const { successor } = ministry;
  const heir = successor && { code: codeOf(successor.id), label: successor.name[language], from: successor.from };
  // A ministry that changed its code has measures under each.
  const former = ministry.versions.slice(0, -1).filter(({ code }) => code !== codeOf(ministry.id) && hasPage(code));
  return {
    names: namesIn(ministry.versions, language),
    ministry: null,
    predecessors: [
      ...former.map(({ code, name, from }) => ({ code, label: name[language], from })),
      ...all
        .filter((one) => one.successor?.id === ministry.id)
        .map(({ id, versions, successor: into }) => ({
          code: codeOf(id),
          label: versions.at(-1)?.name[language] ?? id,
          from: into?.from ?? null,
        })),
    ],
    successors: heir ? [heir] : [],
    ended: ministry.versions.at(-1)?.to ?? null,
  };
}

/** The names in time, oldest first; one that only changed something else is one name. */
function namesIn(versions: readonly Version[], language: Language): Life['names'] {
  const names: Life['names'] = [];
  for (const { name, from, to } of versions) {
    const last = names.at(-1);
    if (last?.label === name[language]) last.to = to;
    else names.push({ label: name[language], from, to });
  }
  return names;
}

// The words by which people phrase a question in the languages of the interface. They have little weight in a query.
// They have no accents and no apostrophes, as in the index.

const split = text => new Set(text.split(' '));

/** Words of questions, such as "how do I". */
const QUESTION_WORDS = {
  de:
    'aber als am an auf aus bei bin bis braucht brauche da damit dann das dem den der des die dies diese diesem ' +
    'dieser dieses du ein eine einem einen einer eines er es fuer fur gibt habe haben hat ich ihr im in ist kann ' +
    'konnen man mein meine mich mir mit muss nach nicht oder sein sich sie sind so soll sollte und uns unser unsere ' +
    'vom von wann war warum was welche welchem welcher welches wenn wer werde werden wie wieso wird wo zu zum zur',
  en:
    'a about actually all am an and any anybody anyone are arent as at basically be been being best better between ' +
    'by can come comes could currently did didnt difference different do does doesnt doing dont each even ever ' +
    'exactly explain explained explanation for from get gets getting give go going good had happen happens has ' +
    'have hello help hey hi how hows i if im in info information into is isnt it its ive just know let lets like ' +
    'list look make makes many may me mean meaning means might more much must my need needs of ok okay on or our ' +
    'overview please really s see shall should so some somebody someone something still take tell than thank ' +
    'thanks that the their them then there theres these thing things think this those tips to too try us use used ' +
    'usually very want wants was way ways we well were what whats when where wheres which who whom whos whose why ' +
    'will with wont would wouldnt you your',
  es:
    'a al algo como con cual cuales cuando cuanto de del donde el ella en entre es esta este esto hace hacer hay la ' +
    'las lo los me mi mis necesito no nos nuestra nuestro o para pero por porque puede puedo que quien se ser si son ' +
    'su sus tengo un una unas unos y yo',
  fr:
    'a ai au aux avec ce ces cet cette comment dans de des dois du elle en entre est et faire faut il ils j je l la ' +
    'le les leur ma mes mon ne nos notre nous on ou ouest par pas peut peux pour pourquoi qu quand que quel quelle ' +
    'quelles quels qui quoi sa se ses si son sont sur un une vos votre vous y',
  pt:
    'a ao aos as com como da das de do dos e ela ele em entre essa esse esta este eu fazer ha isso mas meu minha na ' +
    'nao nas no nos nossa nosso o os ou para pela pelo por porque posso preciso qual quais quando que quem sao se ' +
    'ser seu sua tenho um uma umas uns voce',
};

/** Words that ask for a comparison. */
const COMPARING_WORDS = {
  de:
    'gegen gegenuber statt unterschied unterschiede unterscheiden vergleich vergleiche vergleichen versus vs ' +
    'zwischen',
  en:
    'against change changed changes compare compared compares comparing comparison difference differences different ' +
    'differs gap higher next step v versus vs',
  es: 'comparacion comparar contra diferencia diferencias frente versus vs',
  fr: 'comparaison comparer contre difference differences versus vs',
  pt: 'comparacao comparar contra diferenca diferencas versus vs',
};

/** Words that may stand beside the name of a level without asking for anything else. */
const LEVEL_WORDS = {
  de: 'anforderungen aufgaben erwartet erwartungen stufe stufen verantwortung',
  en: 'duties expectation expectations expected grade level levels requirements responsibilities',
  es: 'expectativas nivel niveles requisitos responsabilidades',
  fr: 'attendu attentes exigences niveau niveaux responsabilites',
  pt: 'esperado expectativas nivel niveis requisitos responsabilidades',
};

/** Short forms of words, as people write them in titles. */
const SHORT_FORMS = {
  en: {
    comms: 'communication',
    eval: 'evaluation',
    jnr: 'junior',
    jr: 'junior',
    mgmt: 'management',
    mgr: 'manager',
    perf: 'performance',
    promo: 'promotion',
    snr: 'senior',
    sr: 'senior',
  },
};

/** Words of the workplace for which others say something else. */
const OTHER_WORDS = {
  en: {
    ad: 'advert',
    band: 'level',
    boss: 'manager',
    employer: 'company',
    firm: 'company',
    grade: 'level',
    grades: 'levels',
    jd: 'job description',
    jds: 'job description',
    nomination: 'case',
    spec: 'description',
    supervisor: 'manager',
  },
};

/** Words that ask, beside the name of a level, for its summary to print. */
const SHEET_WORDS = {
  de: 'ausdrucken blatt drucken seite uberblick zusammenfassung',
  en: 'one page pdf print printable printout sheet summary',
  es: 'hoja imprimir pagina resumen',
  fr: 'fiche imprimer page resume',
  pt: 'folha imprimir pagina resumo',
};

/** Words that may stand in the name of a document or not, such as "template". */
const DOCUMENT_WORDS = {
  de: 'formular vorlage',
  en: 'blank form printable sheet template',
  es: 'formulario plantilla',
  fr: 'formulaire modele',
  pt: 'formulario modelo',
};

/** Queries for the meaning of a term, as words without accents with a space between them. */
const DEFINING_QUERIES = {
  de: /^was (?:ist|sind|bedeutet|heisst)\b|\b(?:bedeutet|bedeutung|definition)\b/,
  en: /^(?:what (?:is|are)|whats)\b|\b(?:mean|means|meaning|define|defined|definition)\b/,
  es: /^que (?:es|son|significa)\b|\b(?:significado|definicion)\b/,
  fr: /^(?:qu est ce que?|quest ce que?|c est quoi|que signifie)\b|\b(?:signification|definition)\b/,
  pt: /^o que (?:e|sao|significa)\b|\b(?:significado|definicao)\b/,
};

/** The words of a language, by its tag, such as "en-GB"; empty for other languages. */
export function phrasingOf(language) {
  const [code] = language.toLowerCase().split('-');
  const of = table => split(table[code] ?? '');
  return {
    question: of(QUESTION_WORDS),
    comparing: of(COMPARING_WORDS),
    level: of(LEVEL_WORDS),
    sheet: of(SHEET_WORDS),
    document: of(DOCUMENT_WORDS),
    shortForms: SHORT_FORMS[code] ?? {},
    otherWords: OTHER_WORDS[code] ?? {},
    defines: words => DEFINING_QUERIES[code]?.test(words.join(' ')) ?? false,
  };
}

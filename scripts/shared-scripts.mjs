// The files of script that several pages or kinds of scene share. A file of a few lines costs more on the way than it
// holds, and what a page has no use for costs it for nothing: what is fetched together lies together. No two of them
// need each other. What is not named here is split by who asks for it.

/** What of src/lib, or of a package, lies in one file. */
const those = (/** @type {string[]} */ ...paths) =>
  new RegExp(`(?:src/lib|node_modules)/(?:${paths.join('|')})`.replaceAll('/', String.raw`[\\/]`));

/** Parts of kinds of scene which other scripts need too; what draws a kind is its own file. */
const kinds = (/** @type {string} */ names) =>
  `kinds/(?:${names})/(?!index|wrong|schema|goal-schema|Finished|live-words|[a-z]+\\.json)`;
/** Words of the interface by what their keys begin with. */
const words = (/** @type {string} */ prefixes) => `paraglide/messages/(?:${prefixes})`;

/** @type {readonly (readonly [name: string, test: RegExp])[]} */
const SHARED = [
  [
    'stage',
    those(
      'engine/(?!random|exact|kernels|network|expression|geometry/(?:pooling|cost)|(?:definitions|operations)/)',
      'engine/operations/same-kind',
      'describe/(?!channel-sum|pooling-sum|formula|code)',
      'exercise/(?:grade|rules/rule\\.)',
      'stage/(?!projected-canvas|FedNote|SumLine|WindowLayer|sliding-view|window-view|Joins|Plane|planes|PlaceFrame|LivingPicture|Code)',
      'trace/between',
      'picture/painting/ink',
      'practice/session/seed',
      'kinds/(?:index|doors/stages)',
      'kinds/shared/(?:kind|lightness|limits|model|matrix-|operand-editor|window/link)',
      'player/(?:LiveHtml|Notice|address|keys|live-values|open-question|player|problem-text|scene-state|spoken-text|trackers)',
      'ui/(?:Bilingual|Html|light-dismiss|theme\\.)',
      words('(?!_index|practice_(?!due)|teach_|sheet_|present_|picture_|photo_|walk_|key_|printed_)'),
      'fraction'
    )
  ],
  ['header', those('ui/(?:SiteHeader|SearchButton|ThemeSelect|Logo|shortcuts)', 'course/chapter')],
  [
    'windows',
    those(
      'trace/(?:place|schedule|step|trace|frame)\\.',
      'stage/(?:FedNote|SumLine|WindowLayer|sliding-view|window-view)'
    )
  ],
  [
    'convolution',
    those(
      'engine/(?:exact|kernels/(?:row|convolution\\.|plain))',
      'engine/(?:definitions|operations)/convolution(?:-exact)?\\.'
    )
  ],
  [
    'one-window',
    those(
      'trace/(?:window-trace|grain)',
      'engine/operations/half-turn',
      'describe/formula',
      'kinds/shared/window/(?:words|ShapeBar|model|run)'
    )
  ],
  [
    'editing',
    those(
      'kinds/shared/window/(?:editor|EditBar|values)',
      'engine/operations/padding',
      kinds('visit-counts|padding-modes')
    )
  ],
  ['line', those('kinds/shared/line/(?!entries)', words('walk_'), kinds('window-walk|size-[a-z]*'))],
  ['sliding-window', those('stage/CodeListing', 'describe/code', kinds('sliding-window'))],
  ['costs', those('engine/geometry/(?:pooling|cost)')],
  [
    'pooling',
    those(kinds('pool[\\w-]*'), 'engine/[a-z]+/pooling', 'trace/pooling-trace', 'describe/pooling-sum')
  ],
  [
    'photos',
    those(
      'picture/(?:reading/(?:limits|reading\\.ts|svg|read-picture)|photos)',
      'kinds/shared/(?:fetched|own-picture|PictureHead)',
      words('photo_|picture_private')
    )
  ],
  ['still', those('picture/(?:StillPicture|filtering|painting/(?:plane-points|paints)|picture\\.ts)')],
  ['picture', those('picture/(?!reading|photos|painting/ink)', words('picture_'))],
  [
    'dense',
    those(
      kinds('flatten|weight-count|moving-pattern'),
      'engine/operations/(?:flatten|linear)',
      'engine/[a-z]+/matrix-product'
    )
  ],
  [
    'bank',
    those(kinds('filter-bank|layer-shapes|bias'), 'kinds/shared/(?:filter|Lettered)', 'trace/filter-part')
  ],
  ['channels', those(kinds('channels'), 'describe/channel-sum')],
  ['strides', those(kinds('stride[\\w-]*'))],
  [
    'chance',
    those('practice/session/(?:mastery|plan)\\.', 'engine/random', 'pure-rand', 'exercise/question/draw')
  ],
  [
    'records',
    those(
      'practice/(?:session/(?:review|opening|link|modes)|records/(?:record|store))\\.',
      'course/progress/(?:progress|progress-text|store)\\.'
    )
  ],
  [
    'answers',
    those(
      'practice/ask/(?:words|entries|asking)',
      'practice/session/words',
      'exercise/question/(?:mark|generate)',
      words('practice_(?!due)')
    )
  ],
  [
    'questions',
    those(
      'practice/ask/(?!playback|ScenePlayback|SolutionStage)',
      'practice/(?:session/(?!seed)|question-kind)'
    )
  ],
  [
    'sets',
    those(
      'practice/(?:sets/(?:address|base32|set)|teacher/(?:SetProblems|problem-text))',
      words('teach_|sheet_')
    )
  ],
  ['names', those('practice/(?:names|doors/names)', 'exercise/question/(?:hash|question)')],
  [
    'present',
    those(
      'present/(?!HelpDialog|GoToDialog|QrDialog|ClassQuestion|ClassAnswer|PrintPages|stroke-path|qr\\.)',
      'stage/projected-canvas',
      words('present_')
    )
  ]
];

export const SHARED_SCRIPTS = [
  {
    name: 'base',
    test: /node_modules[\\/](?:svelte|esm-env|clsx)[\\/]|paraglide[\\/](?:runtime|registry)\.js|vite[\\/]preload-helper/
  },
  // The router stays by itself, although whatever writes a link asks it where the site stands: a page with links alone
  // has no use for the rest.
  { name: 'router', test: those('(?:@sveltejs/kit|devalue)/') },
  ...SHARED.map(([name, test]) => ({
    name,
    test,
    minShareCount: 2,
    // What a module reaches through the door of a room is far more than what it uses.
    includeDependenciesRecursively: false
  }))
];

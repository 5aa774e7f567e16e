// Runs in the browser, beside the prebuilt GraphiQL: starts it and puts the chosen question into it.
const given = JSON.parse(document.getElementById('explorer-data').textContent);
const wide = matchMedia('(min-width: 900px)');
const list = document.querySelector('.questions');

// Read by the editor when its script is loaded. Its workers are files of ours, and its models are ours to write to.
self.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_module, label) => given.workers[label],
};

list.open = wide.matches;
wide.addEventListener('change', () => {
  list.open = wide.matches;
});
await load(given.graphiql);
self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('graphiql'), {
  endpoint: '/graphql',
  title: '',
  logo: '',
  defaultEditorToolsVisibility: false,
  defaultTabs: [{ query: given.questions[0].document }],
  shouldPersistHeaders: false,
  onTabChange: ({ tabs, activeTabIndex }) => mark(tabs[activeTabIndex]?.operationName),
});
mark(given.questions[0].name);
for (const button of list.querySelectorAll('button'))
  button.addEventListener('click', () => open(button.dataset.question));

function load(src) {
  const script = Object.assign(document.createElement('script'), { src });
  return new Promise((loaded, failed) => {
    script.onload = loaded;
    script.onerror = () => failed(new Error(`Could not load ${src}.`));
    document.head.append(script);
  });
}

/** In the tab that already has it, else in a new one, so that nothing a person wrote is lost. */
function open(name) {
  const question = given.questions.find((each) => each.name === name);
  const tabs = [...document.querySelectorAll('.graphiql-tab-button')];
  const tab = tabs.find((each) => each.textContent.trim() === name);
  if (tab) tab.click();
  else addTab(question.document);
  if (!wide.matches) list.open = false;
}

function addTab(document_) {
  document.querySelector('.graphiql-tab-add').click();
  requestAnimationFrame(() => {
    const model = self.monaco.editor
      .getModels()
      .find(({ uri }) => uri.path.endsWith('operation.graphql'));
    model.setValue(document_);
  });
}

function mark(name) {
  for (const button of list.querySelectorAll('button'))
    button.toggleAttribute('aria-current', button.dataset.question === name);
}
